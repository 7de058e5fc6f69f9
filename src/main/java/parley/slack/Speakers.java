package parley.slack;

import com.slack.api.model.Message;
import java.util.Optional;
import java.util.Set;
import parley.chat.Author;
import parley.chat.UserId;

/** Tells who a message is by, and people from programs. Pure. */
final class Speakers {
    private static final String SLACKBOT = "USLACKBOT";

    /** Subtypes of messages that somebody said; the others tell of something that happened. */
    private static final Set<String> SAID =
            Set.of("", "file_share", "thread_broadcast", "me_message");

    private final BotIdentity self;
    private final Names names;

    Speakers(BotIdentity self, Names names) {
        this.self = self;
        this.names = names;
    }

    static String subtype(Message message) {
        return Optional.ofNullable(message.getSubtype()).orElse("");
    }

    static boolean said(Message message) {
        return SAID.contains(subtype(message)) && !message.isHidden();
    }

    static boolean reported(Message message) {
        return subtype(message).equals("bot_message") && !message.isHidden();
    }

    /** Whether a program wrote it, Slack's own and this one included. */
    boolean program(Message message) {
        return message.getBotId() != null
                || message.getAppId() != null
                || message.getBotProfile() != null
                || SLACKBOT.equals(message.getUser())
                || self.wrote(message);
    }

    /** The author, called by the id as long as no name is known; empty for programs. */
    Optional<Author> person(Message message) {
        return Optional.ofNullable(message.getUser())
                .filter(SlackIds::valid)
                .filter(_ -> !program(message))
                .map(id -> new Author(new UserId(id), names.person(id).orElse(id)));
    }
}
