package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A bot began a session, or tried to.
 *
 * @param connection on which, from 1
 * @param data what it sent, the token taken out
 */
public record Identify(int connection, JsonNode data) {
    public long intents() {
        return data.path("intents").asLong();
    }

    /** From 0. */
    public int shard() {
        return data.path("shard").path(0).asInt(0);
    }

    public int shards() {
        return data.path("shard").path(1).asInt(1);
    }
}
