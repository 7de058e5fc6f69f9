package parley.usage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import parley.claude.Usage;

/**
 * What tokens cost, in US dollars a million, which is micro-dollars a token; immutable.
 *
 * @param promptOver the price holds for requests whose prompt has more tokens than this
 * @param cacheWrite for the five-minute cache
 */
public record Price(
        long promptOver,
        BigDecimal input,
        BigDecimal output,
        BigDecimal cacheWrite,
        BigDecimal cacheRead) {
    /** The whole request, rounded half up to a micro-dollar once, at the end. */
    Cost of(Usage usage) {
        BigDecimal total =
                times(input, usage.input())
                        .add(times(output, usage.output()))
                        .add(times(cacheWrite, usage.cacheWrite()))
                        .add(times(cacheRead, usage.cacheRead()));
        return new Cost(total.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    private static BigDecimal times(BigDecimal price, long tokens) {
        return price.multiply(BigDecimal.valueOf(tokens));
    }
}
