package parley.chat;

import java.util.Optional;

/** For adapters that look for what people said while they did not hear. */
public interface CatchesUp {

    /**
     * What came of the newest search that ended, for people; empty before there was one. Safe for
     * use by many threads; returns at once.
     */
    Optional<String> caughtUp();

    /** The store works again: what could not be stored is looked for. Returns at once. */
    void storeWorks();
}
