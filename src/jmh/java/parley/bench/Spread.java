package parley.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToLongFunction;

/** How times are spread, in milliseconds. */
record Spread(int count, double min, double median, double p90, double p99, double max) {
    /** Only of the questions for which both ends were seen. */
    static Spread between(
            Collection<Question> questions,
            ToLongFunction<Question> from,
            ToLongFunction<Question> to) {
        return of(
                questions.stream()
                        .filter(each -> from.applyAsLong(each) != 0 && to.applyAsLong(each) != 0)
                        .mapToLong(each -> to.applyAsLong(each) - from.applyAsLong(each))
                        .toArray());
    }

    static Spread of(long... nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Spread(
                sorted.length,
                at(sorted, 0),
                at(sorted, 50),
                at(sorted, 90),
                at(sorted, 99),
                at(sorted, 100));
    }

    /** The least value that so many percent do not exceed. */
    private static double at(long[] sorted, int percent) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = Math.ceilDiv(sorted.length * percent, 100);
        return sorted[Math.max(0, rank - 1)] / 1e6;
    }

    static String heading() {
        return "  %-34s%8s%8s%8s%8s%8s".formatted("ms", "min", "median", "p90", "p99", "max");
    }

    String line(String name) {
        return "  %-34s%8.1f%8.1f%8.1f%8.1f%8.1f".formatted(name, min, median, p90, p99, max);
    }
}
