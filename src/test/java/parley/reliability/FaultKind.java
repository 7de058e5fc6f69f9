package parley.reliability;

import java.util.EnumSet;
import java.util.Set;

/** In which way an operation between the program and what lies outside of it fails. */
enum FaultKind {
    /** With the platform's error, or the model's, for good: nothing is to be done there. */
    REFUSED(Outside.PLATFORM, Outside.MODEL),
    /** With the platform's error, for good, for what was said and not for where. */
    UNWANTED(Outside.PLATFORM),
    /** 429, with a time after which to come again. */
    LIMITED(Outside.PLATFORM, Outside.MODEL),
    /** 5xx, or the platform's own word for its trouble. */
    TROUBLED(Outside.PLATFORM, Outside.MODEL),
    /** The answer is half a JSON object. */
    MALFORMED(Outside.PLATFORM, Outside.MODEL),
    /** Nothing happens and nothing comes. */
    TIMED_OUT(Outside.PLATFORM, Outside.MODEL),
    /** It happens, or half of it does, and nothing comes. */
    TIMED_OUT_AFTER(Outside.PLATFORM, Outside.MODEL),
    /** The connection breaks before anything happens. */
    RESET(Outside.PLATFORM, Outside.MODEL),
    /** It happens, or half of it does, and the connection breaks. */
    RESET_AFTER(Outside.PLATFORM, Outside.MODEL),
    /** The stream of an answer ends in the middle of a piece. */
    BROKEN_OFF(Outside.MODEL),
    /** The stream of an answer breaks before the first word. */
    BROKEN_AT_ONCE(Outside.MODEL),
    /** In the middle of an answer comes an error. */
    ERROR_EVENT(Outside.MODEL),
    /** An answer ends in order, but not with the word that it is the end. */
    UNFINISHED(Outside.MODEL),
    /** A commit of the store keeps nothing. */
    COMMIT_FAILS(Outside.STORE),
    /** A commit of the store keeps everything, and says that it does not. */
    COMMIT_SEEMS_TO_FAIL(Outside.STORE);

    /** What lies outside of the program. */
    enum Outside {
        PLATFORM,
        MODEL,
        STORE
    }

    private final Set<Outside> where;

    FaultKind(Outside first, Outside... more) {
        where = EnumSet.of(first, more);
    }

    /** Whether operations there can fail so. */
    boolean befalls(Outside outside) {
        return where.contains(outside);
    }
}
