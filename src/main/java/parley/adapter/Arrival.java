package parley.adapter;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns at the start who the bot is. A platform that is out of reach just then does not keep the
 * program from starting: it is asked again until it answers. For one start.
 */
public final class Arrival<T> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);

    private final String platform;
    private final Supplier<Optional<T>> ask;
    private final Backoff backoff =
            new Backoff(
                    Duration.ofMillis(500),
                    Duration.ofSeconds(30),
                    () -> ThreadLocalRandom.current().nextDouble());
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * @param platform as people call it
     * @param ask who the bot is; empty when the platform does not answer just now; throws an {@link
     *     IllegalStateException} when it refuses the token, with what to change
     */
    public Arrival(String platform, Supplier<Optional<T>> ask) {
        this.platform = platform;
        this.ask = ask;
    }

    /**
     * Tells who the bot is: before it returns when the platform answers at once, else later and
     * from another thread.
     *
     * @throws IllegalStateException when the platform refuses the token, with what to change
     */
    public void await(Consumer<T> known) {
        Optional<T> self = ask.get();
        if (self.isPresent()) {
            known.accept(self.get());
            return;
        }
        LOG.warn("{} cannot be reached; it is asked again until it answers", platform);
        Thread.ofVirtual().name("arrival").start(() -> later(known));
    }

    private void later(Consumer<T> known) {
        try {
            while (!closed.await(
                    backoff.afterFailure(Duration.ZERO).toMillis(), TimeUnit.MILLISECONDS)) {
                Optional<T> self = ask.get();
                if (self.isPresent()) {
                    known.accept(self.get());
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("{} is not served: {}", platform, e.getMessage());
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
