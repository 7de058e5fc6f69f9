package parley.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import parley.reliability.Exchange;
import parley.reliability.PlaygroundSurface;
import parley.testing.FakeReply;
import parley.testing.Gate;
import parley.testing.RecordedRequest;

/**
 * One question of the load driver: the thread that it begins, what the model answers, and when each
 * thing happened, as {@link System#nanoTime} tells it. Written by many threads.
 */
final class Question {
    private static final List<String> CHANNELS =
            List.of("general", "engineering", "writing", "incidents");
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Duration PACE = Duration.ofMillis(25);

    final Exchange exchange;
    final String id;
    final String channel = CHANNELS.get(NUMBERS.incrementAndGet() % CHANNELS.size());
    final AtomicLong asked = new AtomicLong();
    final AtomicLong arrived = new AtomicLong();
    final AtomicLong firstToken = new AtomicLong();
    final AtomicLong sign = new AtomicLong();
    final AtomicLong firstText = new AtomicLong();
    final AtomicLong lastToken = new AtomicLong();
    final AtomicLong settled = new AtomicLong();
    final CountDownLatch grows = new CountDownLatch(1);
    final CountDownLatch done = new CountDownLatch(1);

    volatile String turn = "";
    volatile RecordedRequest request;

    /**
     * @param length of the answer in deltas of 25 characters
     */
    Question(int length) {
        exchange = new Exchange(length);
        id = exchange.id();
    }

    /** Whose question that is, read from the request's body. */
    static String idIn(RecordedRequest request) {
        return Exchange.idIn(request.text()).orElseThrow();
    }

    /** How the playground knows it. */
    String handle() {
        return PlaygroundSurface.handle(channel, exchange);
    }

    String body() {
        return "{\"id\":\"%s\",\"author\":\"ada\",\"text\":\"%s\",\"thread\":\"\"}"
                .formatted(id, exchange.words());
    }

    /** A delta every 25 ms. */
    FakeReply stream() {
        return rest(begin());
    }

    /** Stands at the gate after the first delta. */
    FakeReply held(Gate gate) {
        return rest(begin().gate(gate));
    }

    private FakeReply begin() {
        List<String> deltas = exchange.deltas();
        return FakeReply.message()
                .usage(100, deltas.size(), 0, 0)
                .text()
                .run(() -> firstToken.set(System.nanoTime()))
                .text(deltas.getFirst());
    }

    private FakeReply rest(FakeReply reply) {
        List<String> deltas = exchange.deltas();
        int last = deltas.size() - 1;
        return reply.pace(PACE)
                .text(deltas.subList(1, last).toArray(String[]::new))
                .delay(PACE)
                .pace(Duration.ZERO)
                .run(() -> lastToken.set(System.nanoTime()))
                .text(deltas.get(last))
                .stop("end_turn");
    }

    void arrived(RecordedRequest with) {
        request = with;
        exchange.asked();
        arrived.compareAndSet(0, with.arrivedAt());
    }

    void shows(long at) {
        if (firstText.compareAndSet(0, at)) {
            grows.countDown();
        }
    }

    void settles(long at) {
        settled.compareAndSet(0, at);
        done.countDown();
    }
}
