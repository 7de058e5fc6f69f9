package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import parley.adapter.Found;

/**
 * Takes what a history holds as if it were heard now. Methods block until it is taken. Safe for use
 * by many threads.
 */
interface Recall {
    /** A message; what is known is dropped. */
    Found take(JsonNode message);

    /** A known message: if it was edited, what it says by now counts. */
    void changed(JsonNode message);

    /** Passes over a message, if it is a question; whether it was one that was not known. */
    boolean decline(JsonNode message);

    /**
     * A message is gone that was there.
     *
     * @param deletion as Discord tells of one: {@code id}, {@code channel_id} and, of a server,
     *     {@code guild_id}
     */
    void gone(JsonNode deletion);
}
