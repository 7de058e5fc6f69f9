package parley.command;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * For how long something is set, as people type and read it: {@code 30m}, {@code 2h}, {@code 3d}.
 */
record HowLong(long count, Unit unit) {
    static final String RANGE = "10 minutes to 30 days";

    private static final Pattern TYPED =
            Pattern.compile(
                    "(\\d{1,6})(m|min|mins|minutes?|h|hours?|d|days?)", Pattern.CASE_INSENSITIVE);
    private static final Duration LEAST = Duration.ofMinutes(10);
    private static final Duration MOST = Duration.ofDays(30);

    /** What is counted. */
    enum Unit {
        MINUTE(Duration.ofMinutes(1)),
        HOUR(Duration.ofHours(1)),
        DAY(Duration.ofDays(1));

        private final Duration one;

        Unit(Duration one) {
            this.one = one;
        }

        private static Unit of(String typed) {
            return switch (typed.charAt(0)) {
                case 'm' -> MINUTE;
                case 'h' -> HOUR;
                default -> DAY;
            };
        }

        private String word() {
            return switch (this) {
                case MINUTE -> "minute";
                case HOUR -> "hour";
                case DAY -> "day";
            };
        }
    }

    /** What a lower-case word such as {@code 2h} says, whether or not it is {@link #allowed}. */
    static Optional<HowLong> parse(String word) {
        Matcher typed = TYPED.matcher(word);
        return typed.matches()
                ? Optional.of(new HowLong(Long.parseLong(typed.group(1)), Unit.of(typed.group(2))))
                : Optional.empty();
    }

    boolean allowed() {
        return duration().compareTo(LEAST) >= 0 && duration().compareTo(MOST) <= 0;
    }

    Duration duration() {
        return unit.one.multipliedBy(count);
    }

    /** {@code 2 hours}. */
    String words() {
        return count + " " + unit.word() + (count == 1 ? "" : "s");
    }

    /** As {@link #parse} takes it. */
    @Override
    public String toString() {
        return count + unit.word().substring(0, 1);
    }
}
