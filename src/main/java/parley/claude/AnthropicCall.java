package parley.claude;

import com.anthropic.client.AnthropicClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.AnthropicException;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import java.io.EOFException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** Sends one request and reads its answer to the end. */
final class AnthropicCall {
    /**
     * What every call of one client shares.
     *
     * @param facts may block for a while
     */
    record Context(
            AnthropicClient client, Function<ModelId, ModelFacts> facts, ErrorMapper errors) {}

    private final Context context;
    private final ClaudeRequest request;
    private final Handoff handoff;
    private final CountDownLatch closed;

    /**
     * @param closed released when the caller wants nothing more
     */
    AnthropicCall(Context context, ClaudeRequest request, Handoff handoff, CountDownLatch closed) {
        this.context = context;
        this.request = request;
        this.handoff = handoff;
        this.closed = closed;
    }

    /** Runs until the answer is complete or the thread is interrupted. */
    void run() throws InterruptedException {
        MessageCreateParams params =
                RequestMapper.map(request, context.facts().apply(request.model()));
        if (isClosed()) {
            return;
        }
        var messages = context.client().messages().withRawResponse();
        try (var response = messages.createStreaming(params)) {
            read(response.requestId().orElse(""), response.parse());
        } catch (AnthropicException failure) {
            throw context.errors().map(failure);
        }
    }

    private void read(String requestId, StreamResponse<RawMessageStreamEvent> events)
            throws InterruptedException {
        EventTranslator translator = new EventTranslator(requestId, request.model());
        try {
            for (RawMessageStreamEvent event : events) {
                for (StreamEvent ours : translator.translate(event)) {
                    handoff.put(ours);
                }
                if (translator.finished()) {
                    return;
                }
            }
        } catch (AnthropicException failure) {
            throw context.errors().map(failure, true, requestId);
        } finally {
            hurryIfClosed();
        }
        throw context.errors()
                .lost(
                        "The answer ended before its end.",
                        requestId,
                        new EOFException("no message_stop"));
    }

    /** Closing a response reads its rest for 100 ms to keep the connection, unless interrupted. */
    private void hurryIfClosed() {
        if (isClosed()) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }
}
