package parley.slack;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slack's Web API, called as the bot. Every way in which a call can end is a value. Safe for use by
 * many threads.
 */
final class SlackApi implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlackApi.class);

    private static final int SEND = (int) Duration.ofSeconds(10).toMillis();

    private static final String CLOSED = "the connection to Slack is closed";
    private static final MediaType BINARY = MediaType.get("application/octet-stream");

    /** What is waited when Slack asks for a pause and names no time. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** Slack's words for "too many" in an answer that is otherwise in order. */
    private static final Set<String> LIMITED = Set.of("ratelimited", "rate_limited");

    /** The request is at fault, and would be again. */
    private static final Set<Integer> MALFORMED = Set.of(400, 413, 414);

    private final Slack slack;
    private final MethodsClient methods;
    private final Set<String> missingScopes = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private SlackApi(Slack slack, MethodsClient methods) {
        this.slack = slack;
        this.methods = methods;
    }

    /** A proxy is taken from the environment, as Slack's client does, but not to this machine. */
    static SlackApi connect(SlackSettings settings) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(settings.api().toString());
        config.setStatsEnabled(false);
        config.getMethodsConfig().setStatsEnabled(false);
        int wholeCall = Math.toIntExact(settings.patience().toMillis());
        config.setHttpClientWriteTimeoutMillis(SEND);
        config.setHttpClientReadTimeoutMillis(wholeCall);
        config.setHttpClientCallTimeoutMillis(wholeCall);
        // These print whole requests and answers: people's words, addresses with secrets in them.
        config.getHttpClientResponseHandlers().clear();
        if (isLoopback(settings.api())) {
            config.setProxyUrl(null);
        }
        Slack slack = Slack.getInstance(config, http(config));
        return new SlackApi(slack, slack.methods(settings.botToken()));
    }

    /** Sends nothing twice of its own accord: a post whose answer is lost may have arrived. */
    private static SlackHttpClient http(SlackConfig config) {
        SlackHttpClient client =
                new SlackHttpClient(
                        SlackHttpClient.buildOkHttpClient(config)
                                .newBuilder()
                                .retryOnConnectionFailure(false)
                                .build());
        client.setConfig(config);
        return client;
    }

    private static boolean isLoopback(URI api) {
        String host = Optional.ofNullable(api.getHost()).orElse("");
        return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
    }

    /** One call of a method. */
    @FunctionalInterface
    interface Call<T extends SlackApiTextResponse> {
        T on(MethodsClient methods) throws IOException, SlackApiException;
    }

    <T extends SlackApiTextResponse> Outcome<T> call(Call<T> call) {
        if (closed) {
            return new Outcome.Lost<>(CLOSED);
        }
        try {
            return read(call.on(methods));
        } catch (SlackApiException e) {
            return failed(e);
        } catch (IOException e) {
            return new Outcome.Lost<>("Slack cannot be reached: " + e.getClass().getSimpleName());
        } catch (JsonParseException e) {
            return new Outcome.Lost<>("Slack's answer is not to be read");
        }
    }

    private <T extends SlackApiTextResponse> Outcome<T> read(@Nullable T response) {
        if (response == null) {
            return new Outcome.Lost<>("Slack's answer is empty");
        }
        if (response.isOk()) {
            return new Outcome.Done<>(response);
        }
        String error = Objects.requireNonNullElse(response.getError(), "no reason given");
        if (LIMITED.contains(error)) {
            return new Outcome.Limited<>(PAUSE);
        }
        if (error.equals("missing_scope")) {
            tellOfScope(Objects.requireNonNullElse(response.getNeeded(), "unknown"));
        }
        return new Outcome.Refused<>(error);
    }

    private void tellOfScope(String needed) {
        if (missingScopes.add(needed)) {
            LOG.warn(
                    "The Slack app lacks the scope {}: add it under \"OAuth & Permissions\" on the"
                            + " app's page and install the app again",
                    needed);
        }
    }

    private static <T> Outcome<T> failed(SlackApiException e) {
        int status = e.getResponse().code();
        if (MALFORMED.contains(status)) {
            return new Outcome.Refused<>("http_" + status);
        }
        if (status != 429) {
            return new Outcome.Lost<>("Slack answered with HTTP status " + status);
        }
        return new Outcome.Limited<>(
                Optional.ofNullable(e.getResponse().header("Retry-After"))
                        .filter(seconds -> seconds.matches("\\d{1,6}"))
                        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                        .orElse(PAUSE));
    }

    /**
     * Sends a file's bytes to the address that Slack gave for them, without the token, which is
     * none of that address's business.
     */
    Outcome<String> upload(String address, byte[] bytes) {
        HttpUrl url = HttpUrl.parse(address);
        if (closed || url == null) {
            return new Outcome.Lost<>(closed ? CLOSED : "Slack gave no address for the file");
        }
        Request request =
                new Request.Builder().url(url).post(RequestBody.create(bytes, BINARY)).build();
        try (Response response =
                slack.getHttpClient().getOkHttpClient().newCall(request).execute()) {
            return response.isSuccessful()
                    ? new Outcome.Done<>(address)
                    : new Outcome.Lost<>("Slack took no file: HTTP status " + response.code());
        } catch (IOException e) {
            return new Outcome.Lost<>("Slack took no file: " + e.getClass().getSimpleName());
        }
    }

    Slack slack() {
        return slack;
    }

    /** Later calls are lost. */
    @Override
    public void close() {
        closed = true;
        try {
            slack.close();
        } catch (Exception e) {
            throw new IllegalStateException("Slack's client did not close", e);
        }
    }
}
