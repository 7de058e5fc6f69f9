package parley.claude;

import java.util.Set;

/**
 * What one model can take; immutable.
 *
 * @param contextTokens prompt and answer together
 * @param maxOutputTokens the longest answer
 * @param efforts the effort levels that it takes; empty when it takes none
 * @param sampling whether it takes temperature and its like on the API version in use
 * @param charactersPerToken how much text one token holds on average, for estimates
 */
public record ModelFacts(
        ModelId model,
        long contextTokens,
        long maxOutputTokens,
        Set<Effort> efforts,
        boolean sampling,
        double charactersPerToken) {
    public ModelFacts {
        efforts = Set.copyOf(efforts);
    }
}
