package parley.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.testing.ManualTicker;

final class MemoTest {
    private final ManualTicker ticker = new ManualTicker();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void get_byManyAtOnce_asksOnce() throws Exception {
        CountDownLatch underWay = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        Memo<String, Integer> memo =
                new Memo<>(
                        10,
                        ticker,
                        _ -> {
                            underWay.countDown();
                            await(answer);
                            return new Memo.Kept<>(asked.incrementAndGet(), Duration.ofHours(1));
                        });
        List<CompletableFuture<Integer>> all =
                IntStream.range(0, 8)
                        .mapToObj(_ ->
                                CompletableFuture.supplyAsync(
                                        () -> memo.get("key"),
                                        task -> Thread.startVirtualThread(task)))
                        .toList();
        await(underWay);
        assertThat(memo.peek("key")).isEmpty();
        answer.countDown();

        for (CompletableFuture<Integer> one : all) {
            assertThat(one.get(20, TimeUnit.SECONDS)).isEqualTo(1);
        }
        assertThat(asked).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void get_afterTheAnswersAge_asksAgain() {
        Memo<String, Integer> memo =
                new Memo<>(
                        10,
                        ticker,
                        key ->
                                new Memo.Kept<>(
                                        asked.incrementAndGet(),
                                        Duration.ofSeconds(Long.parseLong(key))));

        assertThat(memo.get("5")).isEqualTo(1);
        assertThat(memo.get("60")).isEqualTo(2);
        ticker.advance(Duration.ofSeconds(6));
        assertThat(memo.get("60")).isEqualTo(2);
        assertThat(memo.peek("5")).isEmpty();
        assertThat(memo.get("5")).isEqualTo(3);
    }

    @Test
    void get_whoseSourceFails_failsAndAsksAgain() {
        Memo<String, Integer> memo =
                new Memo<>(
                        10,
                        ticker,
                        _ -> {
                            if (asked.incrementAndGet() == 1) {
                                throw new IllegalStateException("no");
                            }
                            return new Memo.Kept<>(asked.get(), Duration.ofSeconds(1));
                        });

        assertThatThrownBy(() -> memo.get("key")).hasRootCauseMessage("no");
        assertThat(memo.get("key")).isEqualTo(2);
    }
}
