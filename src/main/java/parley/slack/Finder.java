package parley.slack;

import com.slack.api.model.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import parley.adapter.PostBook;
import parley.chat.MessageId;
import parley.chat.Outgoing;
import parley.chat.SendResult;
import parley.chat.ThreadId;

/**
 * Looks whether a message stands in its thread of which it is not known whether it was made. Safe
 * for use by many threads.
 */
final class Finder {
    private static final String STREAMING = "in_progress";

    private final OwnMessages own;
    private final PostBook posts;

    Finder(OwnMessages own, PostBook posts) {
        this.own = own;
        this.posts = posts;
    }

    /** What came of looking. */
    sealed interface Finding {
        /** There it is; as a stream it must be stopped before it can be changed. */
        record There(MessageId id, boolean streaming) implements Finding {}

        record NotThere() implements Finding {}

        /** Slack did not say. */
        record Unknown(SendResult result) implements Finding {}
    }

    Finding find(ThreadId thread, Outgoing message, Instant since) {
        Outcome<List<Message>> outcome = own.since(thread, since);
        return switch (outcome) {
            case Outcome.Done<List<Message>>(var found) -> among(found, thread, message);
            case Outcome.Refused<List<Message>>(String error) when !SlackErrors.passing(error) ->
                    // Threads may be closed to bots: then there is nothing but to make it.
                    new Finding.NotThere();
            case Outcome.Refused<List<Message>> _,
                    Outcome.Limited<List<Message>> _,
                    Outcome.Lost<List<Message>> _ ->
                    new Finding.Unknown(SlackErrors.result(outcome));
        };
    }

    private Finding among(List<Message> found, ThreadId thread, Outgoing message) {
        return first(found, one -> nonce(one).equals(Optional.of(message.nonce())))
                .or(() -> first(found, one -> mayBe(one, thread)))
                .orElseGet(Finding.NotThere::new);
    }

    private static Optional<Finding> first(List<Message> messages, Predicate<Message> which) {
        return messages.stream()
                .filter(which)
                .findFirst()
                .map(one ->
                        new Finding.There(
                                new MessageId(one.getTs()),
                                STREAMING.equals(one.getStreamingState())));
    }

    /**
     * A stream carries no nonce before it ends, and none at all when Slack ended it. One that
     * nobody knows can only be this one: the turns of a thread come one after the other.
     */
    private boolean mayBe(Message message, ThreadId thread) {
        return nonce(message).isEmpty()
                && message.getStreamingState() != null
                && !message.getStreamingState().isEmpty()
                && !posts.knows(thread, message.getTs());
    }

    private static Optional<String> nonce(Message message) {
        return Optional.ofNullable(message.getMetadata())
                .filter(data -> SlackBlocks.METADATA.equals(data.getEventType()))
                .flatMap(data -> Optional.ofNullable(data.getEventPayload()))
                .map(payload -> String.valueOf(payload.get(SlackBlocks.NONCE)));
    }
}
