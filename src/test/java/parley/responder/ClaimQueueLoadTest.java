package parley.responder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chat.RateScope;
import parley.chat.Route;
import parley.testing.ManualTicker;

/** A busy workspace for an hour: many middles, finals among them, all kinds of routes. */
final class ClaimQueueLoadTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final RateScope WORKSPACE = scope("posts", 60, 60);
    private static final RateScope STARTS = scope("starts", 3, 10);
    private static final RateScope APPENDS = scope("appends", 10, 10);
    private static final RateScope UPDATES = scope("updates", 5, 10);

    private final ManualTicker time = new ManualTicker();
    private final ClaimQueue queue = new ClaimQueue(time);
    private final Map<Claim, Long> waiting = new HashMap<>();
    private final Map<Claim, Long> underWay = new HashMap<>();
    private final Map<String, Deque<Long>> windows = new HashMap<>();
    private final List<Long> finalWaits = new ArrayList<>();

    private static RateScope scope(String name, int permits, int seconds) {
        return new RateScope(name, permits, Duration.ofSeconds(seconds));
    }

    private static List<Route> routes(Random random) {
        RateScope channel = scope("channel " + random.nextInt(3), 1, 1);
        Route post = new Route("post", List.of(channel, WORKSPACE));
        Route start = new Route("start", List.of(STARTS, channel));
        Route update = new Route("update", List.of(UPDATES));
        return switch (random.nextInt(4)) {
            case 0 -> List.of(start, post);
            case 1 -> List.of(new Route("append", List.of(APPENDS)), update);
            case 2 -> List.of(post);
            default -> List.of(update);
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void next_busyWorkspace_staysInItsBudgetsAndFinalsGoSoon(long seed) {
        Random random = new Random(seed);
        for (int step = 0; step < 100_000; step++) {
            time.advance(random.nextInt((int) (SECOND / 25)));
            underWay.entrySet().removeIf(this::landed);
            while (waiting.size() < 20) {
                claim(Urgency.values()[1 + random.nextInt(2)], random);
            }
            if (random.nextInt(50) == 0) {
                claim(Urgency.FINAL, random);
            }
            grantAll(random);
        }

        assertThat(finalWaits).hasSizeGreaterThan(1_000);
        assertThat(finalWaits).allSatisfy(wait -> assertThat(wait).isLessThan(15 * SECOND));
        assertThat(finalWaits.stream().mapToLong(Long::longValue).average().orElseThrow())
                .isLessThan(SECOND);
    }

    private boolean landed(Map.Entry<Claim, Long> write) {
        boolean ended = time.nanos() - write.getValue() >= 0;
        if (ended) {
            queue.landed(write.getKey());
        }
        return ended;
    }

    private void claim(Urgency urgency, Random random) {
        int behind = random.nextInt(1_000);
        Claim claim = new Claim(routes(random), urgency, () -> behind, time.nanos());
        waiting.put(claim, time.nanos());
        queue.add(claim);
    }

    private void grantAll(Random random) {
        while (queue.next() instanceof ClaimQueue.Decision.Grant(Claim claim)) {
            long waited = time.nanos() - Objects.requireNonNull(waiting.remove(claim));
            if (claim.urgency() == Urgency.FINAL) {
                finalWaits.add(waited);
            }
            claim.route().scopes().forEach(this::count);
            underWay.put(claim, time.nanos() + random.nextInt((int) SECOND / 2));
        }
    }

    private void count(RateScope scope) {
        Deque<Long> window = windows.computeIfAbsent(scope.name(), _ -> new ArrayDeque<>());
        while (!window.isEmpty() && time.nanos() - window.getFirst() >= scope.per().toNanos()) {
            window.removeFirst();
        }
        window.addLast(time.nanos());
        assertThat(window).hasSizeLessThanOrEqualTo(scope.permits());
    }
}
