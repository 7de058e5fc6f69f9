package parley.usage;

import java.util.Locale;

/**
 * An amount of money.
 *
 * @param microDollars millionths of a US dollar, not negative
 */
public record Cost(long microDollars) {
    /** As people read it: {@code $0.0123}, four decimals, {@code <$0.0001} when smaller. */
    public String display() {
        if (microDollars > 0 && microDollars < 100) {
            return "<$0.0001";
        }
        return String.format(Locale.ROOT, "$%.4f", microDollars / 1_000_000.0);
    }
}
