package parley.adapter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a platform is heard, and if not, since when and why. Says so in the log once for each
 * change. Safe for use by many threads.
 */
public final class Hearing {
    private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String platform;
    private final String way;
    private final InstantSource time;
    private Optional<Instant> deafSince;
    private String reason = "there was no connection yet";
    private boolean told;
    private boolean everHeard;

    /**
     * Deaf until it is {@link #restored}.
     *
     * @param platform as people call it
     * @param way by which its events come
     */
    public Hearing(String platform, String way, InstantSource time) {
        this.platform = platform;
        this.way = way;
        this.time = time;
        deafSince = Optional.of(time.instant());
    }

    /**
     * Nothing comes in, or still nothing.
     *
     * @param why continues a sentence that ends in a colon, without a full stop
     */
    public synchronized void lost(String why) {
        reason = why;
        if (deafSince.isEmpty()) {
            deafSince = Optional.of(time.instant());
            told = false;
        }
        if (!told) {
            told = true;
            LOG.warn("Nothing comes in from {}, trying again until it does: {}", platform, why);
        }
    }

    /** The same, where the reason is told later. */
    public synchronized void lost() {
        if (deafSince.isEmpty()) {
            deafSince = Optional.of(time.instant());
            told = false;
            reason = "the connection was closed";
        }
    }

    /** Events come in. */
    public synchronized void restored() {
        if (deafSince.isPresent()) {
            tellReturn(Duration.between(deafSince.get(), time.instant()));
        }
        deafSince = Optional.empty();
        everHeard = true;
        told = false;
    }

    private void tellReturn(Duration absence) {
        if (told) {
            LOG.info("{} is back after {}", platform, words(absence));
        } else if (!everHeard) {
            LOG.info("Connected to {} by {}", platform, way);
        }
    }

    private static String words(Duration time) {
        return time.toMinutes() < 2
                ? String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0)
                : time.toMinutes() + " min";
    }

    /** The sentence for health; empty while it is heard. */
    public synchronized Optional<String> fault() {
        return deafSince.map(since ->
                "Nothing comes in from %s since %s: %s"
                        .formatted(platform, CLOCK.format(since), reason));
    }
}
