package parley.adapter;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Calls of a platform that nobody waits for: so slowly that the answers keep their budgets, and
 * again where the platform is in trouble. For one thread, but for {@link #close}.
 */
public final class PatientCalls implements AutoCloseable {
    private static final int TRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Duration longestAsked;
    private final UnaryOperator<Duration> waiting;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * @param longestAsked the longest pause that is made because the platform asks for it
     */
    public PatientCalls(Duration longestAsked) {
        this(longestAsked, UnaryOperator.identity());
    }

    /**
     * @param waiting how long a pause of that length takes by the machine's clock, for clocks that
     *     do not go with it
     */
    public PatientCalls(Duration longestAsked, UnaryOperator<Duration> waiting) {
        this.longestAsked = longestAsked;
        this.waiting = waiting;
    }

    /**
     * Calls until it is no use to call again.
     *
     * @param pace how long to wait before a call, asked before each
     * @param again what pause the platform asks for before it is called again, zero for none; empty
     *     when that is no use
     * @return how the last call ended; empty when it was not made, because this is closed
     */
    public <T> Optional<T> call(
            Supplier<Duration> pace, Supplier<T> call, Function<T, Optional<Duration>> again) {
        Backoff backoff =
                new Backoff(
                        FIRST_PAUSE, LONGEST_PAUSE, () -> ThreadLocalRandom.current().nextDouble());
        for (int tries = 1; ; tries++) {
            if (closedWithin(pace.get())) {
                return Optional.empty();
            }
            T outcome = call.get();
            Optional<Duration> pause =
                    again.apply(outcome)
                            .filter(asked -> asked.compareTo(longestAsked) <= 0)
                            .map(backoff::afterFailure);
            if (pause.isEmpty() || tries == TRIES || closedWithin(pause.get())) {
                return Optional.of(outcome);
            }
        }
    }

    private boolean closedWithin(Duration pause) {
        try {
            return closed.await(waiting.apply(pause).toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    public boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Calls nothing more; what waits goes on at once. */
    @Override
    public void close() {
        closed.countDown();
    }
}
