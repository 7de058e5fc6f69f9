package parley.discord;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Is told what Discord's answers say of their budgets. Safe for use by many threads; returns at
 * once.
 *
 * @see <a href="https://discord.com/developers/docs/topics/rate-limits#header-format">Header
 *     format</a>
 */
@FunctionalInterface
interface RateHeaders {
    /** Listens to nothing. */
    RateHeaders UNHEARD = (_, _, _) -> {};

    /**
     * @param method of HTTP
     * @param path of the call, relative to the API's address, without its query
     */
    void told(String method, String path, Budget budget);

    /**
     * What is left of one budget.
     *
     * @param limit how many calls a window has
     * @param remaining how many of them are left
     * @param resetAfter when the window ends
     */
    record Budget(int limit, int remaining, Duration resetAfter) {

        /** Empty unless all three headers can be read. */
        static Optional<Budget> of(UnaryOperator<@Nullable String> header) {
            Optional<Integer> limit = count(header.apply("X-RateLimit-Limit"));
            Optional<Integer> remaining = count(header.apply("X-RateLimit-Remaining"));
            Optional<Duration> reset = seconds(header.apply("X-RateLimit-Reset-After"));
            return limit.isPresent() && remaining.isPresent() && reset.isPresent()
                    ? Optional.of(new Budget(limit.get(), remaining.get(), reset.get()))
                    : Optional.empty();
        }

        private static Optional<Integer> count(@Nullable String digits) {
            return Optional.ofNullable(digits)
                    .filter(value -> value.matches("\\d{1,9}"))
                    .map(Integer::valueOf);
        }
    }

    /** Seconds as Discord writes them, with or without a fraction. */
    static Optional<Duration> seconds(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(value -> value.matches("\\d{1,9}(\\.\\d{1,12})?"))
                .map(value -> Duration.ofNanos(nanos(new BigDecimal(value))));
    }

    private static long nanos(BigDecimal seconds) {
        return seconds.movePointRight(9).longValue();
    }
}
