package parley.usage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.claude.ModelId;
import parley.claude.Usage;

/** Turns tokens into money by prices that were true on a date; pure and immutable. */
public final class PriceTable {
    /** The day in a full model name: {@code claude-haiku-4-5-20251001}. */
    private static final Pattern DAY = Pattern.compile("-\\d{8}$");

    private final LocalDate asOf;
    private final String source;
    private final Map<String, List<Price>> prices;

    /**
     * @param asOf when the prices were read
     * @param source where they were read
     * @param prices by model name without a date; several where the length of the prompt decides
     */
    public PriceTable(LocalDate asOf, String source, Map<String, List<Price>> prices) {
        this.asOf = asOf;
        this.source = source;
        Map<String, List<Price>> sorted = new LinkedHashMap<>();
        prices.forEach((model, list) -> sorted.put(model, dearestConditionFirst(list)));
        this.prices = Map.copyOf(sorted);
    }

    private static List<Price> dearestConditionFirst(List<Price> list) {
        return list.stream()
                .sorted(Comparator.comparingLong(Price::promptOver).reversed())
                .toList();
    }

    /**
     * What one request costs; empty for a model without a known price, such as a local one.
     *
     * @param usage of a single request: the price can depend on the length of its prompt
     */
    public Optional<Cost> cost(ModelId model, Usage usage) {
        return listed(model.value()).stream()
                .filter(price -> usage.prompt() > price.promptOver() || price.promptOver() == 0)
                .findFirst()
                .map(price -> price.of(usage));
    }

    /**
     * What a token of the answer costs at the most, in US dollars a million; empty for a model
     * without a known price.
     */
    public Optional<BigDecimal> output(ModelId model) {
        return listed(model.value()).stream().map(Price::output).max(Comparator.naturalOrder());
    }

    private List<Price> listed(String model) {
        List<Price> exact = prices.getOrDefault(model, List.of());
        return exact.isEmpty()
                ? prices.getOrDefault(DAY.matcher(model).replaceFirst(""), List.of())
                : exact;
    }

    /** When the prices were read. */
    public LocalDate asOf() {
        return asOf;
    }

    /** Where the prices were read. */
    public String source() {
        return source;
    }
}
