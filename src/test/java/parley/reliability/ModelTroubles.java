package parley.reliability;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import parley.reliability.FaultKind.Outside;
import parley.testing.FakeAnthropic;
import parley.testing.FakeReply;

/** Lets requests to the model fail as a {@link FaultPlan} says. Safe for use by many threads. */
final class ModelTroubles {
    private static final Duration PACE = Duration.ofMillis(50);
    private static final int PIECES = 4;
    private static final int MANY_PINGS = 600;

    private final FaultPlan plan;
    private final Set<Exchange> held = ConcurrentHashMap.newKeySet();

    private volatile boolean known;

    private ModelTroubles(FaultPlan plan) {
        this.plan = plan;
    }

    static ModelTroubles reach(Model model, FaultPlan plan) {
        var troubles = new ModelTroubles(plan);
        model.script(troubles::reply).server().models(troubles::facts);
        return troubles;
    }

    /** The next answer to it comes to a halt in the middle, while the model goes on to ping. */
    void hold(Exchange exchange) {
        held.add(exchange);
    }

    private FakeReply reply(Exchange exchange) {
        boolean halts = held.remove(exchange);
        return plan.next(Outside.MODEL, "a request to the model")
                .map(kind -> reply(exchange, kind))
                .orElseGet(
                        () -> halts ? halting(exchange) : part(exchange, PIECES).stop("end_turn"));
    }

    /** Whether the program has asked what the model can, which it does by itself at the start. */
    boolean known() {
        return known;
    }

    private FakeReply facts(String model) {
        known = true;
        return plan.next(Outside.MODEL, "a question about the model")
                .map(kind -> reply(new Exchange(PIECES), kind))
                .orElseGet(() -> FakeAnthropic.knownModel(model));
    }

    private static FakeReply reply(Exchange exchange, FaultKind kind) {
        return switch (kind) {
            case REFUSED -> FakeReply.status(401, "authentication_error", "invalid x-api-key");
            case LIMITED -> FakeReply.rateLimited(1);
            case TROUBLED -> FakeReply.overloaded();
            case MALFORMED -> FakeReply.body(200, "{\"type\":\"messa");
            case TIMED_OUT -> FakeReply.silence().stall();
            case TIMED_OUT_AFTER -> half(exchange).stall();
            case RESET -> FakeReply.silence().reset();
            case RESET_AFTER -> half(exchange).reset();
            case BROKEN_OFF -> half(exchange).cut();
            case BROKEN_AT_ONCE -> FakeReply.message().begin().cut();
            case ERROR_EVENT -> half(exchange).error("overloaded_error", "Overloaded");
            case UNFINISHED -> half(exchange);
            case UNWANTED, COMMIT_FAILS, COMMIT_SEEMS_TO_FAIL ->
                    throw new IllegalArgumentException("no fault of the model's: " + kind);
        };
    }

    private static FakeReply halting(Exchange exchange) {
        FakeReply reply = half(exchange);
        for (int ping = 0; ping < MANY_PINGS; ping++) {
            reply.delay(PACE).ping();
        }
        return reply;
    }

    private static FakeReply half(Exchange exchange) {
        return part(exchange, PIECES / 2);
    }

    /** So many of the pieces in which answers come. */
    private static FakeReply part(Exchange exchange, int pieces) {
        FakeReply reply = FakeReply.message().pace(PACE);
        List<String> deltas = exchange.deltas();
        for (int piece = 0; piece < pieces; piece++) {
            reply.text(
                    String.join(
                            "",
                            deltas.subList(
                                    deltas.size() * piece / PIECES,
                                    deltas.size() * (piece + 1) / PIECES)));
        }
        return reply;
    }
}
