package parley.claude;

import com.anthropic.client.AnthropicClientImpl;
import com.anthropic.core.ClientOptions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the first question fast without spending a token: a canned answer goes once through all the
 * code of a real one, which loads its classes, and a question about a model opens the connection.
 */
final class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final int ROUNDS = 20;
    private static final ModelId MODEL = new ModelId("claude-sonnet-5-5");

    private final AnthropicCall.Context context;

    WarmUp(AnthropicCall.Context context) {
        this.context = context;
    }

    void run() {
        Thread connecting = Thread.startVirtualThread(this::connect);
        try {
            rehearse();
            connecting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.debug("Warming up failed", e);
        }
    }

    private void connect() {
        LOG.debug("Connected; {}", context.facts().apply(MODEL));
    }

    private void rehearse() {
        var client =
                new AnthropicClientImpl(
                        ClientOptions.builder()
                                .httpClient(new CannedHttpClient())
                                .maxRetries(0)
                                .build());
        var canned = new AnthropicCall.Context(client, ModelTable.load()::facts, context.errors());
        for (int round = 0; round < ROUNDS; round++) {
            play(new AnthropicStream(canned, request(), _ -> {}));
        }
        client.close();
    }

    private static void play(AnthropicStream answer) {
        try (answer) {
            Optional<StreamEvent> event = answer.next();
            while (event.isPresent()) {
                event = answer.next();
            }
        }
    }

    private static ClaudeRequest request() {
        ClaudeMessage hello =
                new ClaudeMessage(Role.USER, List.of(new ContentBlock.Text("Warm up.")));
        return new ClaudeRequest(
                MODEL,
                1,
                "Warm up.",
                List.of(hello),
                Optional.of(Effort.LOW),
                OptionalDouble.empty(),
                List.of());
    }
}
