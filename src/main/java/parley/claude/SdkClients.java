package parley.claude;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.LogLevel;
import com.anthropic.core.Timeout;
import java.time.Duration;

/** Builds the client library's object from our settings alone, never from its environment. */
final class SdkClients {
    private static final int IDLE_CONNECTIONS = 32;
    private static final Duration KEEP_ALIVE = Duration.ofMinutes(5);

    private SdkClients() {}

    static AnthropicClient create(ClaudeSettings settings) {
        var builder =
                AnthropicOkHttpClient.builder()
                        .maxRetries(0)
                        .timeout(timeout(settings))
                        .maxIdleConnections(IDLE_CONNECTIONS)
                        .keepAliveDuration(KEEP_ALIVE)
                        // The library would read ANTHROPIC_LOG and print to stderr, bodies
                        // included.
                        .logLevel(LogLevel.OFF);
        settings.apiKey().ifPresent(builder::apiKey);
        settings.baseUrl().ifPresent(builder::baseUrl);
        return builder.build();
    }

    /** No limit on the whole call: the library's default ends a healthy stream after 600 s. */
    static Timeout timeout(ClaudeSettings settings) {
        return Timeout.builder()
                .connect(settings.connect())
                .read(settings.silence())
                .write(settings.silence())
                .request(Duration.ZERO)
                .build();
    }

    /** For small questions about models: everything within the given time. */
    static Timeout brief(Duration whole) {
        return Timeout.builder().connect(whole).read(whole).write(whole).request(whole).build();
    }
}
