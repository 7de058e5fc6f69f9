package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import parley.adapter.Backoff;

/**
 * Reads what nobody waits for: one page after the other, so slowly that the answers keep their
 * budgets, and again where Discord is in trouble. For one thread, but for {@link #close}.
 */
final class PatientReader implements AutoCloseable {
    /** A tenth of what Discord lets a bot call in all. */
    static final Duration PACE = Duration.ofMillis(200);

    /** As many messages as Discord gives out at a time. */
    static final int PAGE = 100;

    private static final int TRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final DiscordCalls calls;
    private final Duration pace;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * @param pace from the end of a call to the next
     */
    PatientReader(DiscordCalls calls, Duration pace) {
        this.calls = calls;
        this.pace = pace;
    }

    /** The page that comes after that message, or how the last try to read it ended. */
    Outcome<JsonNode> after(long channel, long message) {
        Backoff backoff =
                new Backoff(
                        FIRST_PAUSE, LONGEST_PAUSE, () -> ThreadLocalRandom.current().nextDouble());
        for (int tries = 1; ; tries++) {
            Outcome<JsonNode> outcome =
                    closedWithin(pace)
                            ? new Outcome.Lost<>("nothing is read any more")
                            : calls.after(channel, message, PAGE);
            Optional<Duration> pause = pause(outcome, backoff);
            if (pause.isEmpty() || tries == TRIES || closedWithin(pause.get())) {
                return outcome;
            }
        }
    }

    /** When to try again; empty for not at all. */
    private static Optional<Duration> pause(Outcome<JsonNode> outcome, Backoff backoff) {
        return switch (outcome) {
            case Outcome.Done<JsonNode> _, Outcome.Refused<JsonNode> _ -> Optional.empty();
            case Outcome.Lost<JsonNode> _ -> Optional.of(backoff.afterFailure(Duration.ZERO));
            case Outcome.Limited<JsonNode>(Duration asked, boolean _) ->
                    Optional.of(backoff.afterFailure(asked))
                            .filter(pause -> pause.compareTo(LONGEST_PAUSE) <= 0);
        };
    }

    private boolean closedWithin(Duration pause) {
        try {
            return closed.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Reads nothing more; what waits goes on at once. */
    @Override
    public void close() {
        closed.countDown();
    }
}
