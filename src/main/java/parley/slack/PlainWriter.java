package parley.slack;

import com.slack.api.methods.response.chat.ChatDeleteResponse;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import parley.adapter.PostBook;
import parley.chat.MessageId;
import parley.chat.Outgoing;
import parley.chat.SendResult;
import parley.chat.ThreadId;

/** Makes, changes and deletes messages that are no streams. Safe for use by many threads. */
final class PlainWriter {
    private final SlackApi api;
    private final PostPace pace;
    private final StreamBook streams;
    private final PostBook posts;

    PlainWriter(SlackApi api, PostPace pace, StreamBook streams, PostBook posts) {
        this.api = api;
        this.pace = pace;
        this.streams = streams;
        this.posts = posts;
    }

    SendResult post(ThreadId thread, Outgoing message) {
        Optional<Duration> late = pace.pass(thread.channel(), PostPace.Kind.ANSWER);
        if (late.isPresent()) {
            return new SendResult.RateLimited(late.get());
        }
        try {
            return now(thread, message);
        } finally {
            pace.landed(thread.channel(), PostPace.Kind.ANSWER);
        }
    }

    private SendResult now(ThreadId thread, Outgoing message) {
        Instant begun = posts.now();
        Outcome<ChatPostMessageResponse> outcome =
                api.call(methods ->
                        methods.chatPostMessage(request ->
                                request.channel(thread.channel().value())
                                        .threadTs(thread.root())
                                        .text(Plain.preview(message))
                                        .blocks(SlackBlocks.whole(message))
                                        .metadata(SlackBlocks.metadata(message))
                                        .unfurlLinks(false)
                                        .unfurlMedia(false)));
        if (outcome instanceof Outcome.Done<ChatPostMessageResponse>(var response)) {
            MessageId id = new MessageId(response.getTs());
            posts.placed(thread, message.nonce(), id);
            return new SendResult.Sent(id);
        }
        return unmade(thread, message, begun, outcome);
    }

    /** No new message came of it, as far as is known. */
    <T> SendResult unmade(ThreadId thread, Outgoing message, Instant begun, Outcome<T> outcome) {
        SendResult result = SlackErrors.result(outcome);
        if (result instanceof SendResult.Unreachable) {
            posts.doubt(thread, message.nonce(), begun);
        }
        return result;
    }

    /** Slack reads plain mentions and links in an edited text unless it is told not to. */
    SendResult update(ThreadId thread, MessageId id, Outgoing message) {
        Outcome<ChatUpdateResponse> outcome =
                api.call(methods ->
                        methods.chatUpdate(request ->
                                request.channel(thread.channel().value())
                                        .ts(id.value())
                                        .parse("none")
                                        .text(Plain.preview(message))
                                        .blocks(SlackBlocks.whole(message))
                                        .metadata(SlackBlocks.metadata(message))));
        return switch (outcome) {
            case Outcome.Done<ChatUpdateResponse> _ -> {
                streams.forget(thread, id);
                yield new SendResult.Sent(id);
            }
            case Outcome.Refused<ChatUpdateResponse>(String error) -> refused(thread, id, error);
            case Outcome.Limited<ChatUpdateResponse> _, Outcome.Lost<ChatUpdateResponse> _ ->
                    SlackErrors.result(outcome);
        };
    }

    private SendResult refused(ThreadId thread, MessageId id, String error) {
        if (error.equals(SlackErrors.STREAMING)) {
            streams.found(thread, id);
            return new SendResult.Unreachable("the message is still a stream");
        }
        if (error.equals(SlackErrors.NO_MESSAGE)) {
            posts.gone(thread, id);
            streams.forget(thread, id);
        }
        return SlackErrors.result(error);
    }

    /** A message that cannot be deleted counts as given up: its nonce makes a new one. */
    SendResult delete(ThreadId thread, MessageId id) {
        Outcome<ChatDeleteResponse> outcome =
                api.call(methods ->
                        methods.chatDelete(request ->
                                request.channel(thread.channel().value()).ts(id.value())));
        if (outcome instanceof Outcome.Refused<ChatDeleteResponse>(String error)) {
            return undeleted(thread, id, error);
        }
        if (outcome instanceof Outcome.Done<ChatDeleteResponse>) {
            return gone(thread, id);
        }
        return SlackErrors.result(outcome);
    }

    private SendResult undeleted(ThreadId thread, MessageId id, String error) {
        if (error.equals(SlackErrors.NO_MESSAGE)) {
            return gone(thread, id);
        }
        if (error.equals(SlackErrors.CANNOT_DELETE) && streams.find(thread, id).isEmpty()) {
            streams.found(thread, id);
            return new SendResult.Unreachable("the message may still be a stream");
        }
        SendResult result = SlackErrors.result(error);
        if (result instanceof SendResult.Rejected) {
            gone(thread, id);
        }
        return result;
    }

    private SendResult gone(ThreadId thread, MessageId id) {
        posts.gone(thread, id);
        streams.forget(thread, id);
        return new SendResult.Sent(id);
    }
}
