package parley.slack;

import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
    /** How far this machine's clock and Slack's may be apart. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private static final int MOST = 100;
    private static final String STREAMING = "in_progress";

    private final SlackApi api;
    private final PostBook posts;
    private final Supplier<Optional<BotIdentity>> self;

    Finder(SlackApi api, PostBook posts, Supplier<Optional<BotIdentity>> self) {
        this.api = api;
        this.posts = posts;
        this.self = self;
    }

    /** What came of looking. */
    sealed interface Finding {
        /** There it is; as a stream it must be stopped before it can be changed. */
        record There(MessageId id, boolean streaming) implements Finding {}

        record NotThere() implements Finding {}

        /** Slack did not say. */
        record Unknown(SendResult result) implements Finding {}
    }

    Finding find(ThreadId thread, Outgoing message, PostBook.Standing.Doubted doubt) {
        Outcome<ConversationsRepliesResponse> outcome =
                api.call(methods ->
                        methods.conversationsReplies(request ->
                                request.channel(thread.channel().value())
                                        .ts(thread.root())
                                        .oldest(SlackTime.of(doubt.since().minus(SKEW)))
                                        .includeAllMetadata(true)
                                        .limit(MOST)));
        return switch (outcome) {
            case Outcome.Done<ConversationsRepliesResponse>(var response) ->
                    among(response, thread, message, doubt);
            case Outcome.Refused<ConversationsRepliesResponse>(String error)
                    when !SlackErrors.passing(error) ->
                    // Threads may be closed to bots: then there is nothing but to make it.
                    new Finding.NotThere();
            case Outcome.Refused<ConversationsRepliesResponse> _,
                    Outcome.Limited<ConversationsRepliesResponse> _,
                    Outcome.Lost<ConversationsRepliesResponse> _ ->
                    new Finding.Unknown(SlackErrors.result(outcome));
        };
    }

    private Finding among(
            ConversationsRepliesResponse response,
            ThreadId thread,
            Outgoing message,
            PostBook.Standing.Doubted doubt) {
        List<Message> own =
                Optional.ofNullable(response.getMessages()).orElse(List.of()).stream()
                        .filter(this::isOwn)
                        .toList();
        return first(own, one -> nonce(one).equals(Optional.of(message.nonce())))
                .or(() -> first(own, one -> mayBe(one, thread, doubt)))
                .orElseGet(Finding.NotThere::new);
    }

    private boolean isOwn(Message message) {
        return self.get()
                .map(bot -> bot.wrote(message))
                .orElseGet(() -> message.getBotId() != null);
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

    /** A stream carries no nonce before it ends; one that nobody knows can only be this one. */
    private boolean mayBe(Message message, ThreadId thread, PostBook.Standing.Doubted doubt) {
        String state = Objects.requireNonNullElse(message.getStreamingState(), "");
        return nonce(message).isEmpty()
                && !posts.knows(thread, message.getTs())
                && (doubt.inherited() ? state.equals(STREAMING) : !state.isEmpty());
    }

    private static Optional<String> nonce(Message message) {
        return Optional.ofNullable(message.getMetadata())
                .filter(data -> SlackBlocks.METADATA.equals(data.getEventType()))
                .flatMap(data -> Optional.ofNullable(data.getEventPayload()))
                .map(payload -> String.valueOf(payload.get(SlackBlocks.NONCE)));
    }
}
