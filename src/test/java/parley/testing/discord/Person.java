package parley.testing.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import parley.testing.Json;

/** An account: of a person or a bot. */
record Person(long id, String name, boolean bot) {
    /** As Discord tells it everywhere. */
    ObjectNode json() {
        ObjectNode json =
                Json.object(
                        "id",
                        Long.toString(id),
                        "username",
                        bot ? name : name.toLowerCase(Locale.ROOT),
                        "discriminator",
                        bot ? "0001" : "0",
                        "public_flags",
                        0);
        json.put("global_name", bot ? null : name).putNull("avatar").putNull("primary_guild");
        return bot ? json.put("bot", true) : json;
    }
}
