package parley.testing.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import parley.testing.Json;

/** A role of a guild. Guarded by the watch. */
final class Role {
    final long id;
    final String name;
    final int position;
    long permissions;
    boolean mentionable;

    /** The bot whose own role it is. */
    Optional<Long> bot = Optional.empty();

    Role(long id, String name, int position, long permissions) {
        this.id = id;
        this.name = name;
        this.position = position;
        this.permissions = permissions;
    }

    ObjectNode json() {
        ObjectNode colors = Json.object("primary_color", 0);
        colors.putNull("secondary_color").putNull("tertiary_color");
        ObjectNode json =
                Json.object(
                        "id",
                        Long.toString(id),
                        "name",
                        name,
                        "position",
                        position,
                        "permissions",
                        Long.toString(permissions),
                        "color",
                        0,
                        "colors",
                        colors,
                        "hoist",
                        false,
                        "managed",
                        bot.isPresent(),
                        "mentionable",
                        mentionable,
                        "flags",
                        0);
        bot.ifPresent(id -> json.set("tags", Json.object("bot_id", Long.toString(id))));
        return json.putNull("icon").putNull("unicode_emoji");
    }
}
