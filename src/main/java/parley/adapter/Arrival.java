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
    private final Supplier<Word<T>> ask;
    private final Backoff backoff =
            new Backoff(
                    Duration.ofMillis(500),
                    Duration.ofSeconds(30),
                    () -> ThreadLocalRandom.current().nextDouble());
    private final CountDownLatch closed = new CountDownLatch(1);

    /** What the platform says when it is asked who the bot is. */
    public sealed interface Word<T> {
        record Known<T>(T self) implements Word<T> {}

        /**
         * It does not answer just now.
         *
         * @param pause for which it asks at the least, or zero
         */
        record Later<T>(Duration pause) implements Word<T> {}

        /** Who the bot is; empty when it is to be asked again. */
        default Optional<T> known() {
            return this instanceof Known<T>(T self) ? Optional.of(self) : Optional.empty();
        }
    }

    /**
     * @param platform as people call it
     * @param ask who the bot is; throws an {@link IllegalStateException} when the platform refuses
     *     the token, with what to change
     */
    public Arrival(String platform, Supplier<Word<T>> ask) {
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
        switch (ask.get()) {
            case Word.Known<T>(T self) -> known.accept(self);
            case Word.Later<T>(Duration pause) -> {
                LOG.warn("{} cannot be reached; it is asked again until it answers", platform);
                Thread.ofVirtual().name("arrival").start(() -> later(known, pause));
            }
        }
    }

    private void later(Consumer<T> known, Duration asked) {
        try {
            Duration least = asked;
            while (!closed.await(backoff.afterFailure(least).toNanos(), TimeUnit.NANOSECONDS)) {
                switch (ask.get()) {
                    case Word.Known<T>(T self) -> {
                        known.accept(self);
                        return;
                    }
                    case Word.Later<T>(Duration pause) -> least = pause;
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
