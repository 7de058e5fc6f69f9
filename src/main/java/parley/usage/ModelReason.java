package parley.usage;

/** Why it was that model that answered. */
public enum ModelReason {
    /** The persona names it. */
    PERSONA,
    /** The persona names none, and it is the program's. */
    DEFAULT,
    /** The persona names it for when others fail. */
    FALLBACK,
    /** The rule for models allows none as dear as the one that was to answer. */
    CEILING
}
