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
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Set<String> reactions = new HashSet<>();

    private record Group(String id, String handle, List<String> users) {}

    GroupMethods(Workspace workspace) {
        this.workspace = workspace;
    }

    void group(String id, String handle, List<String> users) {
        groups.put(id, new Group(id, handle, users));
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
                ApiMethod.form(
                        "usergroups.list",
                        Tier.TWO,
                        "usergroups:read",
                        "include_count include_disabled include_users team_id",
                        this::list),
                ApiMethod.bot("reactions.add", Tier.THREE, "reactions:write", arguments, this::add),
                ApiMethod.bot(
                        "reactions.remove", Tier.TWO, "reactions:write", arguments, this::remove));
    }

    private ObjectNode users(Arguments arguments) {
        return Optional.ofNullable(groups.get(arguments.need("usergroup")))
                .map(group -> Json.object("users", group.users))
                .orElseThrow(() -> ApiError.refusal("no_such_subteam"));
    }

    /** docs.slack.dev/reference/methods/usergroups.list */
    private ObjectNode list(Arguments arguments) {
        boolean users = arguments.flag("include_users");
        return Json.object(
                "usergroups", groups.values().stream().map(group -> json(group, users)).toList());
    }

    private ObjectNode json(Group group, boolean users) {
        ObjectNode json =
                Json.object(
                        "id",
                        group.id,
                        "team_id",
                        workspace.me.teamId(),
                        "is_usergroup",
                        true,
                        "name",
                        "Team " + group.handle,
                        "description",
                        "",
                        "handle",
                        group.handle,
                        "is_external",
                        false,
                        "date_create",
                        1_700_000_000,
                        "date_update",
                        1_700_000_000,
                        "date_delete",
                        0,
                        "user_count",
                        group.users.size());
        return users ? json.set("users", Json.array(group.users)) : json;
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
