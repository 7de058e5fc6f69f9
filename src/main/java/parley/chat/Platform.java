package parley.chat;

import java.util.Locale;

/** A chat product that Parley speaks. */
public enum Platform {
    SLACK,
    DISCORD,
    WEB;

    /** The lower-case name, as ids, metrics and logs print it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The platform that {@link #label} prints.
     *
     * @throws IllegalArgumentException when no platform has that label
     */
    public static Platform ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
