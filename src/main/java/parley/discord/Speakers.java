package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import parley.adapter.OneLine;
import parley.chat.Author;

/**
 * Tells who a message is by, and people from programs. A public reply to {@code /ask} shows a
 * question: it is by who asked, though the bot wrote it. Pure.
 */
final class Speakers {
    /** Types of messages that somebody said; the others tell of something that happened. */
    private static final Set<Integer> SAID = Set.of(MessageJson.DEFAULT, MessageJson.REPLY);

    private static final Set<Integer> REPORTED =
            Set.of(
                    MessageJson.DEFAULT,
                    MessageJson.REPLY,
                    MessageJson.COMMAND,
                    MessageJson.MENU_COMMAND);

    /** The kind of interaction that a command is. */
    private static final int COMMAND = 2;

    private final BotIdentity self;

    Speakers(BotIdentity self) {
        this.self = self;
    }

    boolean own(MessageJson message) {
        return message.isBy(self.user());
    }

    /** Whether it shows a question that somebody put by {@code /ask}. */
    boolean asked(MessageJson message) {
        return own(message)
                && message.type() == MessageJson.COMMAND
                && message.json().at("/interaction_metadata/type").asInt() == COMMAND
                && !message.isPassing();
    }

    /** Whether a program wrote it, Discord itself and this one included. */
    boolean program(MessageJson message) {
        JsonNode author = message.author();
        return author.path("bot").asBoolean()
                || author.path("system").asBoolean()
                || message.json().hasNonNull("webhook_id")
                || own(message);
    }

    /** Who said it; empty for programs, and for what nobody said. */
    Optional<Author> person(MessageJson message) {
        if (asked(message)) {
            return Optional.of(message.json().at("/interaction_metadata/user"))
                    .filter(Speakers::known)
                    .map(user -> author(user, user));
        }
        return Optional.of(message)
                .filter(it -> SAID.contains(it.type()) && !program(it) && known(it.author()))
                .map(it -> author(it.author(), it.json().path("member")));
    }

    /** Who said or reported it, other programs included; empty for the bot's own words. */
    Optional<Author> other(MessageJson message) {
        return person(message)
                .or(() ->
                        Optional.of(message)
                                .filter(it -> REPORTED.contains(it.type()) && !own(it))
                                .filter(it -> program(it) && known(it.author()))
                                .map(it -> author(it.author(), it.json().path("member"))));
    }

    /** What people call the author. */
    String name(MessageJson message) {
        return person(message)
                .map(Author::name)
                .orElseGet(() ->
                        own(message)
                                ? self.name()
                                : shown(message.author(), message.json().path("member")));
    }

    private static boolean known(JsonNode user) {
        return user.path("id").asLong() != 0;
    }

    private static Author author(JsonNode user, JsonNode member) {
        return new Author(DiscordIds.user(user.path("id").asLong()), shown(user, member));
    }

    /** The name that the person goes by in the server, else everywhere. */
    static String shown(JsonNode user, JsonNode member) {
        return Stream.of(member.path("nick"), user.path("global_name"), user.path("username"))
                .filter(JsonNode::isTextual)
                .map(name -> OneLine.of(name.asText()))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseGet(() -> user.path("id").asText("unknown"));
    }
}
