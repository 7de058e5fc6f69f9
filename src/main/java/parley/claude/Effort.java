package parley.claude;

import java.util.Locale;

/** How hard the model tries, in the API's own names, least first. */
public enum Effort {
    LOW,
    MEDIUM,
    HIGH,
    XHIGH,
    MAX;

    /** The API's spelling. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
