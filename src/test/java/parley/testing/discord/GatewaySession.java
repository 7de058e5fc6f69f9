package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.testing.Json;

/**
 * What a bot hears between an identify and the end of its session, over any number of connections:
 * every dispatch has a number, and is kept for a resume. Guarded by the watch.
 */
final class GatewaySession {
    private static final int GUILD_SHIFT = 22;

    /** Discord does not say how many; so many that no test forgets one. */
    private static final int MOST_KEPT = 20_000;

    final String id;
    private final Identify identify;
    private final List<ObjectNode> kept = new ArrayList<>();
    private @Nullable GatewayConnection connection;
    private boolean held;

    /** How many before the kept ones are forgotten. */
    private long forgotten;

    /** The number up to which everything was told. */
    private long told;

    GatewaySession(String id, Identify identify, GatewayConnection connection) {
        this.id = id;
        this.identify = identify;
        this.connection = connection;
    }

    Optional<GatewayConnection> connection() {
        return Optional.ofNullable(connection);
    }

    /** The number of the last dispatch. */
    long seq() {
        return forgotten + kept.size();
    }

    /** Whether everything after that number is kept yet. */
    boolean keeps(long seq) {
        return seq >= forgotten;
    }

    List<ObjectNode> kept() {
        return List.copyOf(kept);
    }

    /** Of the guild's shard; direct messages are the first one's. */
    private boolean concerns(String type, JsonNode data) {
        String name = type.startsWith("GUILD_") && !data.has("guild_id") ? "id" : "guild_id";
        return serves(data.path(name).asLong());
    }

    boolean serves(long guild) {
        return (guild >>> GUILD_SHIFT) % identify.shards() == identify.shard();
    }

    /** What happens somewhere, if the bot asked for it. */
    void happens(String type, JsonNode data, String bot) {
        if (concerns(type, data) && Intents.cover(identify.intents(), type, data)) {
            boolean content = (identify.intents() & Intents.MESSAGE_CONTENT) != 0;
            tell(type, content ? data : ContentRule.withoutIntent(type, data, bot));
        }
    }

    void tell(String type, JsonNode data) {
        kept.add(GatewayConnection.payload(0, data).put("s", seq() + 1).put("t", type));
        if (!held) {
            release();
        }
        if (kept.size() > MOST_KEPT) {
            forgotten += kept.size() / 2;
            kept.subList(0, kept.size() / 2).clear();
        }
    }

    /** While held, what happens is numbered and kept, and not yet told. */
    void hold(boolean hold) {
        held = hold;
        if (!held) {
            release();
        }
    }

    private void release() {
        if (connection != null) {
            after(Math.max(told, forgotten)).forEach(connection::send);
        }
        told = seq();
    }

    private List<ObjectNode> after(long seq) {
        return kept.subList((int) (seq - forgotten), kept.size());
    }

    void disconnected(GatewayConnection from) {
        if (connection == from) {
            connection = null;
        }
    }

    /** Tells what came after that number once more, on a new connection; how much that is. */
    int resume(GatewayConnection on, long seq) {
        connection = on;
        told = seq;
        int replayed = after(seq).size();
        tell("RESUMED", Json.object("_trace", Json.array("gateway-fake-1")));
        return replayed;
    }
}
