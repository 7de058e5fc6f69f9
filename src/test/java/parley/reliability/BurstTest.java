package parley.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.testing.FakeReply;
import parley.testing.Gate;
import parley.testing.PlaygroundClient;

/**
 * Two thousand questions at once, while all turns are taken. {@code parley.bench.BurstLoad} does
 * the same on every surface with figures.
 */
final class BurstTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int BURST = 2_000;
    private static final String GENERAL = "general";

    @TempDir Path folder;
    private final Model model = Model.start();
    private final PlaygroundSurface surface = new PlaygroundSurface();
    private final Gate firstTwo = new Gate();
    private final Gate gate = new Gate();
    private final ConcurrentLinkedQueue<Exchange> order = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final Map<String, Exchange> asked = new LinkedHashMap<>();

    @AfterEach
    void close() {
        open();
        surface.close();
        model.close();
    }

    private void open() {
        firstTwo.open();
        gate.open();
    }

    /** The model answers nothing before the gate is open, of which the first two have their own. */
    private LocalProgram start(String turns, String backlog) {
        model.script(exchange -> {
            order.add(exchange);
            return FakeReply.message()
                    .gate(requests.incrementAndGet() <= 2 ? firstTwo : gate)
                    .text(exchange.deltas().toArray(String[]::new))
                    .stop("end_turn");
        });
        Map<String, String> settings = new HashMap<>(model.settings());
        settings.putAll(surface.settings());
        settings.put("PARLEY_MAX_TURNS", turns);
        settings.put("PARLEY_MAX_BACKLOG", backlog);
        LocalProgram program = new LocalProgram(folder, settings);
        surface.opened(program.start());
        return program;
    }

    private static int metric(PlaygroundClient page, String name) {
        return page.text("metrics")
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToInt(line -> (int) Double.parseDouble(line.replaceAll(".* ", "")))
                .sum();
    }

    private Exchange say(PlaygroundClient page, String channel, String root) {
        Exchange exchange = model.exchange(2);
        page.say(channel, root, "ada", exchange.words(), exchange.id());
        return exchange;
    }

    private List<Exchange> burst(PlaygroundClient page, int count, String root) throws Exception {
        List<Exchange> exchanges = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            var calls =
                    IntStream.range(0, count)
                            .mapToObj(_ -> people.submit(() -> say(page, GENERAL, root)))
                            .toList();
            for (var call : calls) {
                exchanges.add(call.get());
            }
        }
        return exchanges;
    }

    private void awaitIdle(LocalProgram program) {
        surface.await("the end", PATIENCE, () -> Program.idle(program.parley().address()));
    }

    @Test
    void burstInOneChannel_allAreAnswered_andAnotherChannelIsNext() throws Exception {
        try (LocalProgram program = start("8", "5000")) {
            PlaygroundClient page = program.parley().client();
            burst(page, BURST, "").forEach(it -> asked.put(handle(GENERAL, it), it));
            Exchange quiet = say(page, "writing", "");
            asked.put(handle("writing", quiet), quiet);
            assertThat(metric(page, "parley_queue_waiting")).isEqualTo(BURST + 1 - 8);
            assertThat(
                            page.get("api/channels/writing/threads/" + quiet.id())
                                    .path("status")
                                    .asText())
                    .isEqualTo("Number 2 in the queue");
            firstTwo.open();
            surface.await("the next two turns", PATIENCE, () -> order.size() == 8 + 2);
            assertThat(order).as("turns begun").contains(quiet);
            open();
            awaitIdle(program);

            assertThat(Laws.faults(surface, asked)).isEmpty();
            assertThat(model.requests()).isEqualTo(BURST + 1);
            assertThat(metric(page, "parley_refused_total")).isZero();
        }
    }

    @Test
    void burstInOneThread_isAnsweredTogether() throws Exception {
        try (LocalProgram program = start("8", "5000")) {
            PlaygroundClient page = program.parley().client();
            Exchange first = say(page, GENERAL, "");
            firstTwo.awaitReached();
            burst(page, BURST, first.id());
            open();
            awaitIdle(program);

            assertThat(model.requests()).isEqualTo(2);
            assertThat(page.answer(GENERAL, first.id(), 2)).hasSize(1);
        }
    }

    @Test
    void burstBeyondTheBound_isRefusedOrAnswered_andNeverBoth() throws Exception {
        try (LocalProgram program = start("2", "100")) {
            PlaygroundClient page = program.parley().client();
            List<Exchange> all = burst(page, 500, "");
            int refused = metric(page, "parley_refused_total");
            Exchange quiet = say(page, "writing", "");
            open();
            awaitIdle(program);

            assertThat(refused).isEqualTo(500 - 2 - 50);
            assertThat(all).allSatisfy(it -> assertThat(it.requests()).isLessThanOrEqualTo(1));
            all.stream()
                    .filter(it -> it.requests() == 1)
                    .forEach(it -> asked.put(handle(GENERAL, it), it));
            asked.put(handle("writing", quiet), quiet);
            assertThat(asked).hasSize(52 + 1);
            assertThat(Laws.faults(surface, asked)).isEmpty();
            assertThat(page.thread(GENERAL, refusedOne(all).id())).isEmpty();
        }
    }

    @Test
    void questionThatWaits_whenDeleted_isNotAsked() throws Exception {
        try (LocalProgram program = start("1", "100")) {
            PlaygroundClient page = program.parley().client();
            Exchange first = say(page, GENERAL, "");
            firstTwo.awaitReached();
            Exchange second = say(page, GENERAL, "");
            page.delete(GENERAL, second.id(), second.id(), "ada");
            open();
            awaitIdle(program);

            assertThat(order).containsExactly(first);
            assertThat(
                            page.get("api/channels/general/threads/" + second.id())
                                    .path("status")
                                    .asText())
                    .isEmpty();
        }
    }

    private static Exchange refusedOne(List<Exchange> all) {
        return all.stream().filter(it -> it.requests() == 0).findFirst().orElseThrow();
    }

    private static String handle(String channel, Exchange exchange) {
        return PlaygroundSurface.handle(channel, exchange);
    }
}
