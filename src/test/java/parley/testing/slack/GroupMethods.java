package parley.testing.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.testing.Json;

/** User groups and reactions. Guarded by the watch. */
final class GroupMethods {
    private final Workspace workspace;
    private final Map<String, List<String>> groups = new LinkedHashMap<>();
    private final Set<String> reactions = new HashSet<>();

    GroupMethods(Workspace workspace) {
        this.workspace = workspace;
    }

    void group(String id, List<String> users) {
        groups.put(id, users);
    }

    /** Whether the bot has put this reaction on that message. */
    boolean reacted(String channel, String ts, String name) {
        return reactions.contains(key(channel, ts, name));
    }

    List<ApiMethod> methods() {
        String arguments = "channel* timestamp* name*";
        return List.of(
                ApiMethod.form(
                        "usergroups.users.list",
                        Tier.TWO,
                        "usergroups:read",
                        "usergroup* include_disabled team_id",
                        this::users),
                ApiMethod.bot("reactions.add", Tier.THREE, "reactions:write", arguments, this::add),
                ApiMethod.bot(
                        "reactions.remove", Tier.TWO, "reactions:write", arguments, this::remove));
    }

    private ObjectNode users(Arguments arguments) {
        return Optional.ofNullable(groups.get(arguments.need("usergroup")))
                .map(users -> Json.object("users", users))
                .orElseThrow(() -> ApiError.refusal("no_such_subteam"));
    }

    private ObjectNode add(Arguments arguments) {
        if (!reactions.add(key(arguments))) {
            throw ApiError.refusal("already_reacted");
        }
        return Json.object();
    }

    private ObjectNode remove(Arguments arguments) {
        if (!reactions.remove(key(arguments))) {
            throw ApiError.refusal("no_reaction");
        }
        return Json.object();
    }

    private String key(Arguments arguments) {
        Room room = workspace.joined(arguments.need("channel"));
        String ts = arguments.need("timestamp");
        if (workspace.posts.find(room.id, ts).isEmpty()) {
            throw ApiError.refusal("message_not_found");
        }
        return key(room.id, ts, arguments.need("name"));
    }

    private static String key(String channel, String ts, String name) {
        return channel + "/" + ts + "/" + name;
    }
}
