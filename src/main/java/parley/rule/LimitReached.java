package parley.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * That the answers of an hour are used up; immutable.
 *
 * @param most answers an hour
 * @param until when the next may come
 */
public record LimitReached(Whose whose, int most, Instant until) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    /** Whose answers they are. */
    public enum Whose {
        CHANNEL,
        PERSON
    }

    /** What happened and when it works again, to the one who asked. */
    public String sentence(Instant now) {
        return upper(reason()) + ". The next may come at " + time() + ", " + in(now) + ".";
    }

    /** What a question that waits shows meanwhile. */
    public String waiting() {
        return "Waiting until " + time() + ": " + reason();
    }

    /** What happened, as part of a sentence. */
    private String reason() {
        String answers = most == 1 ? "one answer" : "%,d answers".formatted(most);
        return switch (whose) {
            case CHANNEL -> "this channel has had its " + answers + " of this hour";
            case PERSON -> "you have had your " + answers + " of this hour in this channel";
        };
    }

    private static String upper(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** The minute at which it is true for certain. */
    public String time() {
        Instant minute = until.truncatedTo(ChronoUnit.MINUTES);
        return TIME.format(minute.equals(until) ? minute : minute.plus(1, ChronoUnit.MINUTES));
    }

    /** How long that is from now on, such as {@code in 12 minutes}. */
    public String in(Instant now) {
        long minutes = Math.max(1, Duration.between(now, until).plusSeconds(59).toMinutes());
        if (minutes >= 120) {
            return "in " + minutes / 60 + " hours";
        }
        return minutes == 1 ? "in a minute" : "in " + minutes + " minutes";
    }

    /** Whether that time has come. */
    public boolean isOver(Instant now) {
        return !now.isBefore(until);
    }
}
