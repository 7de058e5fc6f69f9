package parley.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slack's requests by HTTP: events, interactions and commands, all at one address. Nothing is read
 * before its signature is proved. Safe for use by many threads.
 *
 * @see <a href="https://docs.slack.dev/apis/events-api/using-http-request-urls">Using HTTP Request
 *     URLs</a>
 */
final class SlackHttp implements SlackConnection {
    private static final Logger LOG = LoggerFactory.getLogger(SlackHttp.class);

    /** Slack's own are of some ten kilobytes. */
    private static final int MOST_BYTES = 1_000_000;

    /** Slack gives up after three seconds and sends events again. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SignatureCheck signatures;
    private final Replays replays;
    private final SlackRequests requests;
    private final Absence absence;
    private final Duration drain;
    private volatile @Nullable Intake intake;

    private record Intake(BoltRunner runner, SlackRequestParser parser) {}

    /**
     * @param drain how long the end waits for requests under way
     */
    SlackHttp(
            SignatureCheck signatures,
            Replays replays,
            SlackRequests requests,
            Absence absence,
            Duration drain) {
        this.signatures = signatures;
        this.replays = replays;
        this.requests = requests;
        this.absence = absence;
        this.drain = drain;
    }

    @Override
    public void start(App app) {
        app.start();
        intake = new Intake(new BoltRunner(app), new SlackRequestParser(app.config()));
        absence.ends();
    }

    /** Slack comes to us: that it has not come for a while is no fault. */
    @Override
    public Optional<String> fault() {
        return Optional.empty();
    }

    /**
     * Answers one request. Blocks until its handler has stored it, ten seconds at the most; never
     * throws.
     *
     * @return 200 for what was handled or needs no handling; 401 without a word for what Slack did
     *     not sign, or what comes a second time; 413 and 400 for what Slack does not send; 500 and
     *     503 for what it is to send again
     */
    HttpAnswer receive(HttpQuestion question) {
        if (question.body().length > MOST_BYTES) {
            return HttpAnswer.of(413);
        }
        Optional<String> signature = signatures.signature(question);
        if (signature.isEmpty()) {
            return HttpAnswer.of(401);
        }
        Intake open = intake;
        return open == null ? HttpAnswer.of(503) : receive(question, signature.get(), open);
    }

    private HttpAnswer receive(HttpQuestion question, String signature, Intake open) {
        String body = new String(question.body(), UTF_8);
        Optional<Payload> payload = HttpBody.read(body);
        if (payload.isEmpty()) {
            return HttpAnswer.of(400);
        }
        Supplier<Response> work =
                () ->
                        open.runner.run(
                                payload.get(), () -> open.parser.parse(request(question, body)));
        return switch (payload.get().kind()) {
            case EVENT, INTERACTION, COMMAND -> once(signature, payload.get(), work);
            case CHALLENGE -> answer(work.get());
            case FLOOD -> {
                LOG.warn("Slack drops events of this app, because there are too many");
                yield HttpAnswer.of(200);
            }
            case ABSURD -> {
                LOG.warn(
                        "Slack sent {} with an id that is none; it is skipped",
                        payload.get().type());
                yield HttpAnswer.of(200);
            }
            case UNKNOWN -> {
                LOG.debug("Slack sent {}, which nothing here handles", payload.get().type());
                yield HttpAnswer.of(200);
            }
        };
    }

    private static SlackRequestParser.HttpRequest request(HttpQuestion question, String body) {
        Map<String, List<String>> headers = new HashMap<>();
        question.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        return SlackRequestParser.HttpRequest.builder()
                .requestUri("")
                .queryString(Map.of())
                .requestBody(body)
                .headers(new RequestHeaders(headers))
                .remoteAddress("")
                .build();
    }

    private HttpAnswer once(String signature, Payload payload, Supplier<Response> work) {
        if (!replays.first(signature)) {
            LOG.debug("{} {} came a second time", payload.kind(), payload.type());
            return HttpAnswer.of(401);
        }
        HttpAnswer answer = inOrder(payload, work);
        if (answer.status() != 200) {
            replays.forget(signature);
        }
        return answer;
    }

    private HttpAnswer inOrder(Payload payload, Supplier<Response> work) {
        var response = new CompletableFuture<Response>();
        if (!requests.take(payload.lane(), () -> response.complete(work.get()))) {
            return HttpAnswer.of(503);
        }
        try {
            return answer(response.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("{} {} takes too long for an answer", payload.kind(), payload.type());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return HttpAnswer.of(503);
    }

    private static HttpAnswer answer(Response response) {
        String type = response.getContentType();
        String body = response.getBody();
        return new HttpAnswer(
                response.getStatusCode(),
                type == null || type.equals("text/plain") ? "text/plain; charset=utf-8" : type,
                body == null ? "" : body);
    }

    @Override
    public void close() {
        if (!requests.close(drain)) {
            LOG.info("Some requests of Slack are not acknowledged; it sends them again");
        }
    }
}
