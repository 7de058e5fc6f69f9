package parley.claude;

import java.util.Locale;

/** Why the model stopped, in the API's own names. */
public enum StopReason {
    END_TURN,
    MAX_TOKENS,
    STOP_SEQUENCE,
    TOOL_USE,
    PAUSE_TURN,
    REFUSAL,
    MODEL_CONTEXT_WINDOW_EXCEEDED,
    /** A reason that this version does not know; the answer counts as finished. */
    UNRECOGNIZED;

    /** The API's spelling. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reason of that spelling, or {@link #UNRECOGNIZED}. */
    public static StopReason ofWire(String wire) {
        for (StopReason reason : values()) {
            if (reason.wire().equals(wire)) {
                return reason;
            }
        }
        return UNRECOGNIZED;
    }
}
