package parley.usage;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import parley.claude.ModelId;
import parley.claude.Usage;

/**
 * What models cost, by a dated list; immutable.
 *
 * @param asOf the day on which the prices were read from their source
 */
public record PriceTable(LocalDate asOf, String source, List<Price> prices) {
    public PriceTable {
        prices = List.copyOf(prices);
    }

    /**
     * Prices of one model in micro-dollars per million tokens, which is dollars times a million.
     *
     * @param model the name, which also covers names that add a date to it
     * @param abovePrompt the price holds for whole requests with more prompt tokens than this
     */
    public record Price(
            String model,
            long abovePrompt,
            long input,
            long output,
            long cacheWrite,
            long cacheRead) {
        private boolean covers(ModelId id, Usage usage) {
            boolean named = id.value().equals(model) || id.value().startsWith(model + "-20");
            return named && (abovePrompt == 0 || usage.prompt() > abovePrompt);
        }

        private Cost of(Usage usage) {
            long total =
                    Math.multiplyExact(usage.input(), input)
                            + Math.multiplyExact(usage.output(), output)
                            + Math.multiplyExact(usage.cacheWrite(), cacheWrite)
                            + Math.multiplyExact(usage.cacheRead(), cacheRead);
            return new Cost(Math.floorDiv(total + 500_000, 1_000_000));
        }
    }

    /** What the usage costs, rounded half up to a micro-dollar; empty for a model not listed. */
    public Optional<Cost> cost(ModelId model, Usage usage) {
        return prices.stream()
                .filter(price -> price.covers(model, usage))
                .max(Comparator.comparingLong(Price::abovePrompt))
                .map(price -> price.of(usage));
    }
}
