package parley.adapter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a platform's histories looked through for what was said while the bot did not hear. Whatever
 * is found goes the way of what is heard, where the known is dropped. One search at a time. Safe
 * for use by many threads.
 */
public final class CatchUp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

    /** How far this machine's clock and the platform's may be apart, and how late an event come. */
    public static final Duration MARGIN = Duration.ofSeconds(30);

    private static final Duration END = Duration.ofSeconds(3);

    private final String platform;
    private final Look look;
    private final Duration longest;
    private final InstantSource clock;
    private Optional<Instant> wanted = Optional.empty();
    private @Nullable Thread running;
    private volatile boolean closed;
    private volatile @Nullable Report last;

    /** One search, of the platform's own kind. Blocks for as long as it takes. */
    @FunctionalInterface
    public interface Look {
        SearchTally since(Instant moment);
    }

    private record Report(Instant ended, SearchTally tally) {}

    /**
     * @param platform as people call it
     * @param longest how far back is looked; zero for not at all
     */
    public CatchUp(String platform, Look look, Duration longest, InstantSource clock) {
        this.platform = platform;
        this.look = look;
        this.longest = longest;
        this.clock = clock;
    }

    /**
     * Looks for what was said since that moment, as far back as is looked at all: now, or once more
     * after the search that is under way. Returns at once.
     */
    public synchronized void since(Instant moment) {
        if (longest.isZero() || closed) {
            return;
        }
        wanted = Optional.of(wanted.filter(moment::isAfter).orElse(moment));
        if (running == null) {
            running = Thread.ofVirtual().name(platform + " catch-up").start(this::run);
        }
    }

    private void run() {
        for (Optional<Instant> since = next(); since.isPresent(); since = next()) {
            try {
                Instant moment = since.get();
                SearchTally tally =
                        look.since(
                                moment.isBefore(Instant.EPOCH.plus(MARGIN))
                                        ? Instant.EPOCH
                                        : moment.minus(MARGIN));
                last = new Report(clock.instant(), tally);
                LOG.info("Looked in {} for {}", platform, tally);
            } catch (RuntimeException e) {
                LOG.error("The search for missed messages of {} failed", platform, e);
            }
        }
    }

    private synchronized Optional<Instant> next() {
        Optional<Instant> next = wanted.filter(_ -> !closed);
        wanted = Optional.empty();
        running = next.isPresent() ? running : null;
        return next;
    }

    /** What came of the newest search that ended, for health; empty before there was one. */
    public Optional<String> told() {
        return Optional.ofNullable(last)
                .map(report -> "at %s for %s".formatted(report.ended(), report.tally()));
    }

    /**
     * Begins no more searches, and waits a while for the end of the one that is under way: what it
     * reads by should be closed before.
     */
    @Override
    public void close() {
        closed = true;
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
