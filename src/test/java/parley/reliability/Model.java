package parley.reliability;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import parley.testing.FakeAnthropic;
import parley.testing.FakeReply;
import parley.testing.RecordedRequest;
import parley.testing.Tap;

/**
 * A loopback Messages API that answers each {@link Exchange} with its next text, by the newest
 * question of the request. Safe for use by many threads.
 */
public final class Model implements AutoCloseable {
    private final FakeAnthropic server = FakeAnthropic.start().withoutRecording();
    private final Map<String, Exchange> exchanges = new ConcurrentHashMap<>();
    private volatile Function<Exchange, FakeReply> script =
            exchange -> whole(exchange, Duration.ZERO);
    private volatile Tap tap = Tap.NONE;

    private Model() {
        server.answer(this::reply);
    }

    public static Model start() {
        return new Model();
    }

    /** The server, for what shall go wrong in it. */
    public FakeAnthropic server() {
        return server;
    }

    /** How questions are answered from now on. */
    public Model script(Function<Exchange, FakeReply> how) {
        script = how;
        return this;
    }

    /** Who hears of every request for an answer, and of every piece of one. */
    public Model tap(Tap listener) {
        tap = listener;
        return this;
    }

    /** What the program is told of it. */
    public Map<String, String> settings() {
        return Map.of("ANTHROPIC_BASE_URL", server.url(), "ANTHROPIC_API_KEY", "sk-ant-test-key");
    }

    /** A new question that it knows the answer to, of so many deltas of 25 characters. */
    public Exchange exchange(int length) {
        Exchange exchange = new Exchange(length);
        exchanges.put(exchange.id(), exchange);
        return exchange;
    }

    /** All questions that it knows. */
    public Collection<Exchange> exchanges() {
        return exchanges.values();
    }

    /** How often it was asked in all. */
    public int requests() {
        return exchanges.values().stream().mapToInt(Exchange::requests).sum();
    }

    /** The whole answer, with a pause before each of its deltas. */
    public static FakeReply whole(Exchange exchange, Duration pace) {
        return FakeReply.message()
                .pace(pace)
                .text(exchange.deltas().toArray(String[]::new))
                .stop("end_turn");
    }

    /** The whole answer in so many pieces, with a pause before each. */
    FakeReply pieces(Exchange exchange, int count, Duration pace) {
        FakeReply reply = FakeReply.message().pace(pace);
        List<String> deltas = exchange.deltas();
        for (int piece = 0; piece < count; piece++) {
            int from = deltas.size() * piece / count;
            int to = deltas.size() * (piece + 1) / count;
            reply.run(() -> tap.tells("a piece of an answer"))
                    .text(String.join("", deltas.subList(from, to)))
                    .run(() -> tap.told("a piece of an answer"));
        }
        return reply.stop("end_turn");
    }

    private FakeReply reply(RecordedRequest request) {
        if (tap.asked("a request to the model") != Tap.Fate.PASSES) {
            return FakeReply.silence().stall();
        }
        Optional<Exchange> exchange =
                Exchange.idIn(request.text()).flatMap(id -> Optional.ofNullable(exchanges.get(id)));
        exchange.ifPresent(Exchange::asked);
        return exchange.map(script)
                .orElseGet(() -> FakeReply.status(400, "invalid_request_error", "Who asks this?"));
    }

    @Override
    public void close() {
        server.close();
    }
}
