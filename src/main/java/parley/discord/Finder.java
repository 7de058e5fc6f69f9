package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import parley.adapter.PostBook;
import parley.chat.MessageId;
import parley.chat.Outgoing;
import parley.chat.Reference;
import parley.chat.SendResult;
import parley.chat.ThreadId;

/**
 * Looks whether a message stands in its place of which it is not known whether it was made, when it
 * is too late for Discord to know its nonce again. Safe for use by many threads.
 */
final class Finder {
    /** How far this machine's clock and Discord's may be apart. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private static final int MOST = 100;

    private final DiscordCalls calls;
    private final PostBook posts;
    private final Supplier<Optional<Long>> self;

    /**
     * @param self the bot's own user id, once it is known
     */
    Finder(DiscordCalls calls, PostBook posts, Supplier<Optional<Long>> self) {
        this.calls = calls;
        this.posts = posts;
        this.self = self;
    }

    /** What came of looking. */
    sealed interface Finding {
        record There(MessageId id) implements Finding {}

        record NotThere() implements Finding {}

        /** Discord did not say. */
        record Unknown(SendResult result) implements Finding {}
    }

    Finding find(ThreadId thread, Place place, Outgoing message, PostBook.Standing.Doubted doubt) {
        long channel = place.channel();
        Outcome<JsonNode> outcome = calls.newest(channel, MOST);
        return switch (outcome) {
            case Outcome.Done<JsonNode>(JsonNode messages) ->
                    among(candidates(messages, thread, channel, doubt), place, message);
            // Without the right to read there is nothing but to make it.
            case Outcome.Refused<JsonNode> _ -> new Finding.NotThere();
            case Outcome.Limited<JsonNode> _, Outcome.Lost<JsonNode> _ ->
                    new Finding.Unknown(
                            DiscordErrors.result(
                                    outcome, Optional.of(CallKind.POST.in(channel).name())));
        };
    }

    /** The bot's own messages since then that show nothing else, as far as is known. */
    private List<JsonNode> candidates(
            JsonNode messages, ThreadId thread, long channel, PostBook.Standing.Doubted doubt) {
        long first = DiscordIds.firstAt(doubt.since().minus(SKEW));
        List<JsonNode> own = new ArrayList<>();
        for (JsonNode message : messages) {
            long id = message.path("id").asLong();
            if (id >= first
                    && isOwn(message)
                    && !posts.knows(thread, DiscordIds.message(channel, id).value())) {
                own.add(message);
            }
        }
        return own;
    }

    private boolean isOwn(JsonNode message) {
        JsonNode author = message.path("author");
        return self.get()
                .map(id -> id == author.path("id").asLong())
                .orElseGet(() -> author.path("bot").asBoolean());
    }

    /** Other conversations' answers stand in a channel too, and each refers to its question. */
    private static Finding among(List<JsonNode> own, Place place, Outgoing message) {
        String content = DiscordMessages.look(message).content();
        return own.stream()
                .filter(one ->
                        names(one, message.turn())
                                || (belongs(one, place) && looksLike(one, content)))
                .findFirst()
                .<Finding>map(one ->
                        new Finding.There(
                                DiscordIds.message(place.channel(), one.path("id").asLong())))
                .orElseGet(Finding.NotThere::new);
    }

    private static boolean belongs(JsonNode message, Place place) {
        long question = message.at("/message_reference/message_id").asLong();
        return place.replyTo().filter(asked -> asked != question).isEmpty();
    }

    private static boolean looksLike(JsonNode message, String content) {
        return Shown.content(message).equals(content.strip())
                || Shown.content(message).startsWith(DiscordMessages.STATUS);
    }

    /** Only the last message of an answer has buttons, and those name the answer. */
    private static boolean names(JsonNode message, Reference turn) {
        return Shown.customIds(message).stream()
                .flatMap(id -> DiscordButtons.pressed(id).stream())
                .anyMatch(pressed -> pressed.turn().equals(turn));
    }
}
