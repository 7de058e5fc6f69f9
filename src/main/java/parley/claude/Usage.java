package parley.claude;

/**
 * Tokens of one request as the API counts them; the four kinds do not overlap.
 *
 * @param input read at the full price
 * @param output written, thinking included
 * @param cacheWrite read and put into the prompt cache
 * @param cacheRead read from the prompt cache
 */
public record Usage(long input, long output, long cacheWrite, long cacheRead) {
    public static final Usage NONE = new Usage(0, 0, 0, 0);

    /** Everything the model read. */
    public long prompt() {
        return input + cacheWrite + cacheRead;
    }

    public Usage plus(Usage other) {
        return new Usage(
                input + other.input,
                output + other.output,
                cacheWrite + other.cacheWrite,
                cacheRead + other.cacheRead);
    }

    public Usage withOutput(long tokens) {
        return new Usage(input, tokens, cacheWrite, cacheRead);
    }
}
