package parley.adapter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a platform's histories looked through for what was said while the bot did not hear. Whatever
 * is found goes the way of what is heard, where the known is dropped. One search at a time; one
 * that fails is made again from its beginning, ever more slowly, for as long as something of it may
 * still be answered. Safe for use by many threads.
 */
public final class CatchUp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

    /** How far this machine's clock and the platform's may be apart, and how late an event come. */
    public static final Duration MARGIN = Duration.ofSeconds(30);

    private static final Duration END = Duration.ofSeconds(3);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final String platform;
    private final Look look;
    private final Duration longest;
    private final InstantSource clock;
    private final UnaryOperator<Duration> waiting;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Optional<Instant> wanted = Optional.empty();

    /** When a search was last asked for; what happened after that was heard. */
    private Instant asked = Instant.EPOCH;

    private @Nullable Thread running;
    private volatile @Nullable String told;

    /** One search, of the platform's own kind. Blocks for as long as it takes. */
    @FunctionalInterface
    public interface Look {
        SearchTally since(Instant moment);
    }

    /**
     * @param platform as people call it
     * @param longest how far back is looked; zero for not at all
     */
    public CatchUp(String platform, Look look, Duration longest, InstantSource clock) {
        this(platform, look, longest, clock, UnaryOperator.identity());
    }

    /**
     * @param waiting how long a pause takes by the machine's clock, for clocks that do not go with
     *     it
     */
    public CatchUp(
            String platform,
            Look look,
            Duration longest,
            InstantSource clock,
            UnaryOperator<Duration> waiting) {
        this.platform = platform;
        this.look = look;
        this.longest = longest;
        this.clock = clock;
        this.waiting = waiting;
    }

    /**
     * Looks for what was said since that moment, as far back as is looked at all: now, or once more
     * after the search that is under way, or when one that failed is made again. Returns at once.
     */
    public synchronized void since(Instant moment) {
        if (longest.isZero() || isClosed()) {
            return;
        }
        asked = clock.instant();
        want(moment);
        if (running == null || !running.isAlive()) {
            running = Thread.ofVirtual().name(platform + " catch-up").start(this::run);
        }
    }

    private synchronized void want(Instant moment) {
        wanted = Optional.of(wanted.filter(moment::isAfter).orElse(moment));
    }

    private void run() {
        var backoff =
                new Backoff(
                        FIRST_PAUSE, LONGEST_PAUSE, () -> ThreadLocalRandom.current().nextDouble());
        for (Optional<Instant> since = next(); since.isPresent(); since = next()) {
            try {
                search(since.get());
                backoff.reset();
            } catch (Throwable e) {
                failed(since.get(), e);
                pause(backoff.afterFailure(Duration.ZERO));
            }
        }
    }

    private void search(Instant moment) {
        SearchTally tally =
                look.since(
                        moment.isBefore(Instant.EPOCH.plus(MARGIN))
                                ? Instant.EPOCH
                                : moment.minus(MARGIN));
        told = "at %s for %s".formatted(clock.instant(), tally);
        LOG.info("Looked in {} for {}", platform, tally);
    }

    /** What is found may be too old by then, but not before its time is over. */
    private void failed(Instant moment, Throwable failure) {
        Instant now = clock.instant();
        boolean again = now.isBefore(asked().plus(longest));
        if (again) {
            want(moment);
        }
        String then = again ? "it is made again" : "nothing of it can be answered any more";
        // Not what failed: that may quote people, and health is for many eyes.
        told = "at %s in vain, as the log tells; %s".formatted(now, then);
        LOG.error("The search for missed messages of {} failed; {}", platform, then, failure);
    }

    private synchronized Instant asked() {
        return asked;
    }

    private void pause(Duration pause) {
        try {
            boolean _ = closed.await(waiting.apply(pause).toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            LOG.debug("Interrupted"); // The next search must not be.
        }
    }

    private synchronized Optional<Instant> next() {
        Optional<Instant> next = wanted.filter(_ -> !isClosed());
        wanted = Optional.empty();
        running = next.isPresent() ? running : null;
        return next;
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** What came of the newest search that ended, for health; empty before there was one. */
    public Optional<String> told() {
        return Optional.ofNullable(told);
    }

    /**
     * Begins no more searches, and waits a while for the end of the one that is under way: what it
     * reads by should be closed before.
     */
    @Override
    public void close() {
        closed.countDown();
        Thread search = running();
        try {
            if (search != null && !search.join(END)) {
                LOG.warn("A search for missed messages of {} is left to itself", platform);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Thread running() {
        return running;
    }
}
