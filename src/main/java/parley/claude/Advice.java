package parley.claude;

/** What admins can do about a failure; pure. */
final class Advice {
    private Advice() {}

    static String on(ClaudeException fault) {
        return switch (fault) {
            case ClaudeException.Unauthorized refused -> on(refused.lack());
            case ClaudeException.NotFound _ ->
                    "Name a model that exists in the persona or in PARLEY_MODEL, or check"
                            + " ANTHROPIC_BASE_URL.";
            case ClaudeException.RateLimited _ ->
                    "It passes by itself. If it comes back, ask for a higher limit, give personas"
                            + " fallback_models, or lower what channels may ask in an hour.";
            case ClaudeException.Overloaded _ ->
                    "It passes by itself; https://status.claude.com tells more.";
            case ClaudeException.ConnectionLost _ ->
                    "Check the network, a proxy in between and ANTHROPIC_BASE_URL.";
            case ClaudeException.Internal _ -> "Parley itself is at fault: the log tells.";
            case ClaudeException.InvalidRequest _ -> "The request is at fault, not Claude.";
        };
    }

    private static String on(ClaudeException.Unauthorized.Lack lack) {
        return switch (lack) {
            case KEY -> "Put a key that is accepted into ANTHROPIC_API_KEY and restart Parley.";
            case MONEY ->
                    "Raise the limit or add credit in Anthropic's console; Parley goes on by"
                            + " itself.";
            case RIGHT ->
                    "Allow it to the key in Anthropic's console, or name another model in the"
                            + " persona or in PARLEY_MODEL.";
        };
    }
}
