package parley.store;

/** What stands in the place of what was erased. */
final class Forgotten {
    /** The name of whoever was forgotten. */
    static final String NAME = "somebody";

    /** Under an answer that was erased; shown where it had not been shown yet. */
    static final String NOTE = "This answer was erased, as who asked wished.";

    private Forgotten() {}
}
