package parley.slack;

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
 * Whether Slack is heard, and if not, since when and why. Says so in the log once for each change.
 * Safe for use by many threads.
 */
final class Hearing {
    private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final InstantSource time;
    private Optional<Instant> deafSince;
    private String reason = "there was no connection yet";
    private boolean told;
    private boolean everHeard;

    /** Deaf until it is {@link #restored}. */
    Hearing(InstantSource time) {
        this.time = time;
        deafSince = Optional.of(time.instant());
    }

    /**
     * Nothing comes in, or still nothing.
     *
     * @param why continues a sentence that ends in a colon, without a full stop
     */
    synchronized void lost(String why) {
        reason = why;
        if (deafSince.isEmpty()) {
            deafSince = Optional.of(time.instant());
            told = false;
        }
        if (!told) {
            told = true;
            LOG.warn("Nothing comes in from Slack, trying again until it does: {}", why);
        }
    }

    /** The same, where the reason is told later. */
    synchronized void lost() {
        if (deafSince.isEmpty()) {
            deafSince = Optional.of(time.instant());
            told = false;
            reason = "the connection was closed";
        }
    }

    /** Events come in. */
    synchronized void restored() {
        if (deafSince.isPresent()) {
            tellReturn(Duration.between(deafSince.get(), time.instant()));
        }
        deafSince = Optional.empty();
        everHeard = true;
        told = false;
    }

    private void tellReturn(Duration absence) {
        if (told) {
            LOG.info("Slack is back after {}", words(absence));
        } else if (!everHeard) {
            LOG.info("Connected to Slack by Socket Mode");
        }
    }

    private static String words(Duration time) {
        return time.toMinutes() < 2
                ? String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0)
                : time.toMinutes() + " min";
    }

    /** The sentence for health; empty while Slack is heard. */
    synchronized Optional<String> fault() {
        return deafSince.map(since ->
                "Nothing comes in from Slack since %s: %s".formatted(CLOCK.format(since), reason));
    }
}
