package parley.testing.slack;

/** What a call showed in its Authorization header. */
public enum TokenKind {
    NONE,
    BOT,
    APP,
    CONFIG,
    UNKNOWN
}
