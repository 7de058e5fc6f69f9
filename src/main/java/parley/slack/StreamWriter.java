package parley.slack;

import com.slack.api.methods.request.chat.ChatStopStreamRequest.ChatStopStreamRequestBuilder;
import com.slack.api.methods.response.chat.ChatAppendStreamResponse;
import com.slack.api.methods.response.chat.ChatStartStreamResponse;
import com.slack.api.methods.response.chat.ChatStopStreamResponse;
import com.slack.api.model.block.LayoutBlock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.PostBook;
import parley.chat.MessageId;
import parley.chat.Outgoing;
import parley.chat.SendResult;
import parley.chat.ThreadId;

/**
 * Lets messages grow as Slack's streams. A text of which it is not known whether it arrived is
 * never sent again, because it would stand there twice: the stream is left instead, and the message
 * goes on by edits. Safe for use by many threads.
 */
final class StreamWriter {
    private static final Logger LOG = LoggerFactory.getLogger(StreamWriter.class);

    /** There are no streams for this kind of channel, or for this person. */
    private static final Set<String> NOT_HERE =
            Set.of(
                    "channel_type_not_supported",
                    "missing_recipient_team_id",
                    "missing_recipient_user_id",
                    "user_not_found",
                    "team_not_found",
                    "invalid_thread_ts");

    /** There are no streams for this app or workspace. */
    private static final Set<String> NOWHERE =
            Set.of(
                    "unknown_method",
                    "method_deprecated",
                    "deprecated_endpoint",
                    "feature_not_enabled",
                    "not_allowed",
                    "not_allowed_token_type",
                    "access_denied",
                    "no_permission",
                    "missing_scope",
                    "not_agent_app",
                    "not_subscribed_to_message_stream_stopped",
                    "invalid_arg_name",
                    "invalid_arguments");

    private final SlackApi api;
    private final StreamBook streams;
    private final PostBook posts;
    private final PlainWriter plain;
    private final Recipients recipients;

    StreamWriter(
            SlackApi api,
            StreamBook streams,
            PostBook posts,
            PlainWriter plain,
            Recipients recipients) {
        this.api = api;
        this.streams = streams;
        this.posts = posts;
        this.plain = plain;
        this.recipients = recipients;
    }

    /** Where Slack has no stream for it, it becomes a message like others at once. */
    SendResult start(ThreadId thread, Outgoing message, String text) {
        Instant begun = posts.now();
        Outcome<ChatStartStreamResponse> outcome =
                api.call(methods ->
                        methods.chatStartStream(request ->
                                request.channel(thread.channel().value())
                                        .threadTs(thread.root())
                                        .recipientUserId(message.asker().value())
                                        .recipientTeamId(recipients.team(thread, message.asker()))
                                        .markdownText(text)));
        if (outcome instanceof Outcome.Done<ChatStartStreamResponse>(var response)) {
            MessageId id = new MessageId(response.getTs());
            posts.placed(thread, message.nonce(), id);
            streams.begun(thread, id, text);
            return new SendResult.Sent(id);
        }
        if (outcome instanceof Outcome.Refused<ChatStartStreamResponse>(String error)
                && !SlackErrors.passing(error)) {
            ban(thread, error);
            return plain.post(thread, message);
        }
        return plain.unmade(thread, message, begun, outcome);
    }

    private void ban(ThreadId thread, String error) {
        if (NOT_HERE.contains(error)) {
            streams.banChannel(thread);
            LOG.info("No streams in {} for a while: {}", thread.channel(), error);
        } else if (NOWHERE.contains(error)) {
            streams.banWorkspace(thread);
            LOG.info("No streams in {} for a while: {}", thread.channel().workspace(), error);
        }
    }

    /** Slack takes no blank text; that goes with what follows. */
    SendResult append(ThreadId thread, MessageId id, String more) {
        if (more.isBlank()) {
            return new SendResult.Sent(id);
        }
        Outcome<ChatAppendStreamResponse> outcome =
                api.call(methods ->
                        methods.chatAppendStream(request ->
                                request.channel(thread.channel().value())
                                        .ts(id.value())
                                        .markdownText(more)));
        return switch (outcome) {
            case Outcome.Done<ChatAppendStreamResponse> _ -> {
                streams.change(thread, id, stream -> stream.and(more));
                yield new SendResult.Sent(id);
            }
            case Outcome.Refused<ChatAppendStreamResponse>(String error) ->
                    notAppended(thread, id, error);
            case Outcome.Limited<ChatAppendStreamResponse> _ -> SlackErrors.result(outcome);
            case Outcome.Lost<ChatAppendStreamResponse> _ -> {
                put(thread, id, Stream.State.DOUBTFUL);
                yield SlackErrors.result(outcome);
            }
        };
    }

    private SendResult notAppended(ThreadId thread, MessageId id, String error) {
        if (error.equals(SlackErrors.STOPPED)) {
            // Somebody pressed Slack's own Stop: what stands there is what they want to keep.
            put(thread, id, Stream.State.OVER);
            return new SendResult.Sent(id);
        }
        return ended(thread, id, error);
    }

    /** The stream takes no more; the next write goes on without it. */
    private SendResult ended(ThreadId thread, MessageId id, String error) {
        if (error.equals(SlackErrors.NO_MESSAGE)) {
            posts.gone(thread, id);
            streams.forget(thread, id);
            return SlackErrors.result(error);
        }
        put(thread, id, isOver(error) ? Stream.State.OVER : Stream.State.DOUBTFUL);
        return new SendResult.Unreachable("the stream goes on as a message: " + error);
    }

    /** The rest of the text, and what stands under it. */
    SendResult stop(ThreadId thread, MessageId id, Outgoing message, String rest) {
        Outcome<ChatStopStreamResponse> outcome =
                stopping(
                        thread,
                        id,
                        request -> {
                            request.metadata(SlackBlocks.metadata(message));
                            finish(request, rest, SlackBlocks.under(message));
                        });
        return switch (outcome) {
            case Outcome.Done<ChatStopStreamResponse> _ -> {
                streams.forget(thread, id);
                yield new SendResult.Sent(id);
            }
            case Outcome.Refused<ChatStopStreamResponse>(String error) -> ended(thread, id, error);
            case Outcome.Limited<ChatStopStreamResponse> _ -> SlackErrors.result(outcome);
            case Outcome.Lost<ChatStopStreamResponse> _ -> {
                put(thread, id, Stream.State.DOUBTFUL);
                yield SlackErrors.result(outcome);
            }
        };
    }

    private static void finish(
            ChatStopStreamRequestBuilder request, String rest, List<LayoutBlock> under) {
        if (!rest.isBlank()) {
            request.markdownText(rest);
        }
        if (!under.isEmpty()) {
            request.blocks(under);
        }
    }

    /**
     * From now on the message is one like others. Whether that came to pass, the next call on it
     * tells.
     *
     * @return what to do instead of a next call, when there must be none yet
     */
    Optional<SendResult> end(ThreadId thread, MessageId id) {
        Outcome<ChatStopStreamResponse> outcome = stopping(thread, id, _ -> {});
        if (outcome instanceof Outcome.Limited<ChatStopStreamResponse>) {
            return Optional.of(SlackErrors.result(outcome));
        }
        put(thread, id, isOver(outcome) ? Stream.State.OVER : Stream.State.DOUBTFUL);
        return Optional.empty();
    }

    private static <T> boolean isOver(Outcome<T> outcome) {
        return outcome instanceof Outcome.Done<T>
                || (outcome instanceof Outcome.Refused<T>(String error) && isOver(error));
    }

    private static boolean isOver(String error) {
        return error.equals(SlackErrors.NOT_STREAMING) || error.equals(SlackErrors.STOPPED);
    }

    private Outcome<ChatStopStreamResponse> stopping(
            ThreadId thread, MessageId id, Consumer<ChatStopStreamRequestBuilder> more) {
        return api.call(methods ->
                methods.chatStopStream(request -> {
                    request.channel(thread.channel().value()).ts(id.value());
                    more.accept(request);
                    return request;
                }));
    }

    private void put(ThreadId thread, MessageId id, Stream.State state) {
        streams.change(thread, id, stream -> stream.in(state));
    }
}
