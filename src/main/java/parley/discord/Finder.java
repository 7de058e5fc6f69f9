package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
    /** Messages are cut in their last third, but before a block of code. */
    private static final int FULL = DiscordLimits.MESSAGE_LENGTH / 2;

    private static final List<String> BARE =
            List.of("components", "embeds", "attachments", "interaction_metadata");

    private final OwnMessages own;
    private final PostBook posts;
    private final Predicate<MessageId> remembered;

    /**
     * @param remembered whether the store knows what a message shows
     */
    Finder(OwnMessages own, PostBook posts, Predicate<MessageId> remembered) {
        this.own = own;
        this.posts = posts;
        this.remembered = remembered;
    }

    /** What came of looking. */
    sealed interface Finding {
        record There(MessageId id) implements Finding {}

        record NotThere() implements Finding {}

        /** Discord did not say. */
        record Unknown(SendResult result) implements Finding {}
    }

    Finding find(ThreadId thread, Place place, Outgoing message, Instant since) {
        long channel = place.channel();
        Outcome<List<JsonNode>> outcome = own.since(channel, since);
        if (outcome instanceof Outcome.Done<List<JsonNode>>(var found)) {
            List<JsonNode> unknown =
                    found.stream().filter(one -> !isKnown(thread, channel, one)).toList();
            return among(unknown, place, message);
        }
        SendResult result =
                DiscordErrors.result(outcome, Optional.of(CallKind.POST.in(channel).name()));
        // Without the right to read there is nothing but to make it.
        return result instanceof SendResult.Rejected
                ? new Finding.NotThere()
                : new Finding.Unknown(result);
    }

    /** Whether it shows something else, as far as this process or the store knows. */
    private boolean isKnown(ThreadId thread, long channel, JsonNode message) {
        MessageId id = DiscordIds.message(channel, message.path("id").asLong());
        return posts.knows(thread, id.value()) || remembered.test(id);
    }

    /** Other conversations' answers stand in a channel too, and each refers to its question. */
    private static Finding among(List<JsonNode> own, Place place, Outgoing message) {
        String content = DiscordMessages.look(message).content();
        return own.stream()
                .filter(one ->
                        names(one, message.turn())
                                || (belongs(one, place)
                                        && (looksLike(one, content) || isFullPart(one, message))))
                .findFirst()
                .<Finding>map(one ->
                        new Finding.There(
                                DiscordIds.message(place.channel(), one.path("id").asLong())))
                .orElseGet(Finding.NotThere::new);
    }

    private static boolean belongs(JsonNode message, Place place) {
        long question = Shown.repliesTo(message);
        return place.replyTo().filter(asked -> asked != question).isEmpty();
    }

    private static boolean looksLike(JsonNode message, String content) {
        return Shown.content(message).equals(content.strip())
                || Shown.content(message).startsWith(DiscordMessages.STATUS);
    }

    /**
     * A full message before the last one bears nothing but its text, and a second answer has
     * another text. Of its own the bot writes nothing as long without any dress, and of a
     * conversation's answers nobody knows only the one in question.
     */
    private static boolean isFullPart(JsonNode message, Outgoing wanted) {
        return wanted.part() > 0
                && Shown.content(message).length() >= FULL
                && BARE.stream().allMatch(field -> message.path(field).isEmpty());
    }

    /** Only the last message of an answer has buttons, and those name the answer. */
    private static boolean names(JsonNode message, Reference turn) {
        return Shown.customIds(message).stream()
                .flatMap(id -> DiscordButtons.pressed(id).stream())
                .anyMatch(pressed -> pressed.turn().equals(turn));
    }
}
