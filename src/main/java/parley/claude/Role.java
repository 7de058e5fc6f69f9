package parley.claude;

import java.util.Locale;

/** Whose words a message holds. */
public enum Role {
    USER,
    ASSISTANT;

    /** The API's spelling. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
