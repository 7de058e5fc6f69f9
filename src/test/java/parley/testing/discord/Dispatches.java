package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;

/** Where what happens is told to the bot. Called under the watch. */
interface Dispatches {
    /**
     * Tells it to the sessions that it concerns.
     *
     * @param type such as {@code MESSAGE_CREATE}
     * @param data as the bot finds it in {@code d}
     */
    void dispatch(String type, JsonNode data);
}
