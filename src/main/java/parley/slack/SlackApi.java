package parley.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Slack's Web API, called as the bot. Every way in which a call can end is a value. Safe for use by
 * many threads.
 */
final class SlackApi implements AutoCloseable {
    private static final int CONNECT_AND_SEND = (int) Duration.ofSeconds(10).toMillis();
    private static final int WHOLE_CALL = (int) Duration.ofSeconds(30).toMillis();

    /** What Slack asks for when it names no time. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Slack slack;
    private final MethodsClient methods;

    private SlackApi(Slack slack, MethodsClient methods) {
        this.slack = slack;
        this.methods = methods;
    }

    static SlackApi connect(SlackSettings settings) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(settings.api().toString());
        config.setStatsEnabled(false);
        config.getMethodsConfig().setStatsEnabled(false);
        config.setHttpClientWriteTimeoutMillis(CONNECT_AND_SEND);
        config.setHttpClientReadTimeoutMillis(WHOLE_CALL);
        config.setHttpClientCallTimeoutMillis(WHOLE_CALL);
        Slack slack = Slack.getInstance(config);
        return new SlackApi(slack, slack.methods(settings.botToken()));
    }

    /** One call of a method. */
    @FunctionalInterface
    interface Call<T extends SlackApiTextResponse> {
        T on(MethodsClient methods) throws IOException, SlackApiException;
    }

    <T extends SlackApiTextResponse> Outcome<T> call(Call<T> call) {
        try {
            T response = call.on(methods);
            return response.isOk()
                    ? new Outcome.Done<>(response)
                    : new Outcome.Refused<>(String.valueOf(response.getError()));
        } catch (SlackApiException e) {
            return failed(e);
        } catch (IOException e) {
            return new Outcome.Lost<>(e.getClass().getSimpleName());
        }
    }

    private static <T> Outcome<T> failed(SlackApiException e) {
        int status = e.getResponse().code();
        if (status != 429) {
            return new Outcome.Lost<>("Slack answered with HTTP status " + status);
        }
        return new Outcome.Limited<>(
                Optional.ofNullable(e.getResponse().header("Retry-After"))
                        .filter(seconds -> seconds.matches("\\d{1,6}"))
                        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                        .orElse(PAUSE));
    }

    Slack slack() {
        return slack;
    }

    @Override
    public void close() {
        try {
            slack.close();
        } catch (Exception e) {
            throw new IllegalStateException("Slack's client did not close", e);
        }
    }
}
