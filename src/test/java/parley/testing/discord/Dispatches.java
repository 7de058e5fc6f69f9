package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;

/** Where the events of the gateway go. Called with the lock of the watch. */
interface Dispatches {
    /**
     * Tells the app.
     *
     * @param type such as {@code MESSAGE_CREATE}
     * @param data whole, as if every intent were granted
     */
    void dispatch(String type, JsonNode data);
}
