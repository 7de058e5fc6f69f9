package parley.slack;

import com.google.gson.JsonParseException;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs requests through Bolt's app and decides what is acknowledged: all but what failed here and
 * may succeed when Slack sends it again. Safe for use by many threads.
 */
final class BoltRunner {
    private static final Logger LOG = LoggerFactory.getLogger(BoltRunner.class);

    private final App app;

    BoltRunner(App app) {
        this.app = app;
    }

    /**
     * Parses the request and runs its handler; never throws. Blocks as long as the handler does.
     *
     * @return status 200 for whatever is to be acknowledged
     */
    Response run(Payload payload, Supplier<? extends @Nullable Request<?>> parser) {
        Request<?> request;
        try {
            request = Objects.requireNonNull(parser.get());
        } catch (RuntimeException e) {
            return unreadable(payload, e);
        }
        // In Socket Mode Bolt's parser leaves it out for commands.
        request.updateContext(app.config());
        return run(payload, request);
    }

    private Response run(Payload payload, Request<?> request) {
        try {
            return Objects.requireNonNull(app.run(request), "the handler gave no answer");
        } catch (JsonParseException e) {
            return unreadable(payload, e);
        } catch (Exception e) {
            LOG.error("{} {} failed and was not acknowledged", payload.kind(), payload.type(), e);
            return Response.error(500);
        }
    }

    /** The same bytes would fail as often as they come. Messages of the parser may quote them. */
    private static Response unreadable(Payload payload, RuntimeException fault) {
        LOG.error(
                "{} {} cannot be read and is skipped: {}",
                payload.kind(),
                payload.type(),
                fault.getClass().getSimpleName());
        return Response.ok();
    }
}
