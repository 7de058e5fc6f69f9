package parley.testing.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.testing.Json;

/** conversations.* and users.conversations. */
final class ConversationMethods {
    private static final String HISTORY = "channels:history groups:history im:history mpim:history";
    private static final String READ = "channels:read groups:read im:read mpim:read";
    private static final Map<String, String> KINDS =
            Map.of(
                    "public_channel", "channels:read",
                    "private_channel", "groups:read",
                    "im", "im:read",
                    "mpim", "mpim:read");
    private static final int MOST = 1_000;
    private static final int USUAL = 100;

    private final Workspace workspace;
    private final Tokens tokens;
    private final RateLimits limits;

    ConversationMethods(Workspace workspace, WebApi api) {
        this.workspace = workspace;
        this.tokens = api.tokens();
        this.limits = api.limits();
    }

    List<ApiMethod> methods() {
        String window = "channel* cursor inclusive latest limit oldest include_all_metadata";
        return List.of(
                ApiMethod.form(
                        "conversations.replies",
                        Tier.THREE,
                        HISTORY,
                        "ts* " + window,
                        this::replies),
                ApiMethod.bot("conversations.history", Tier.THREE, HISTORY, window, this::history),
                ApiMethod.form(
                        "conversations.info",
                        Tier.THREE,
                        READ,
                        "channel* include_locale include_num_members",
                        this::info),
                ApiMethod.form(
                        "conversations.members",
                        Tier.FOUR,
                        READ,
                        "channel* cursor limit",
                        this::members),
                ApiMethod.bot(
                        "conversations.open",
                        Tier.THREE,
                        "im:write mpim:write groups:write channels:manage",
                        "channel users return_im prevent_creation",
                        this::open),
                ApiMethod.form(
                        "users.conversations",
                        Tier.THREE,
                        READ,
                        "cursor exclude_archived limit team_id types user exclude_muted",
                        this::mine));
    }

    private ObjectNode replies(Arguments arguments) {
        Room room = readable(arguments);
        String ts = arguments.need("ts");
        Post named =
                workspace
                        .posts
                        .find(room.id, ts)
                        .orElseThrow(() -> ApiError.refusal("thread_not_found"));
        // Asked for a reply, Slack gives out that message alone.
        List<Post> thread = named.isReply() ? List.of(named) : workspace.posts.thread(room.id, ts);
        List<Post> wanted = new ArrayList<>(within(thread, arguments));
        // The root comes with every window.
        if (!wanted.contains(thread.getFirst()) && !thread.getFirst().isReply()) {
            wanted.addFirst(thread.getFirst());
        }
        return page(wanted, arguments);
    }

    private ObjectNode history(Arguments arguments) {
        Room room = readable(arguments);
        List<Post> roots =
                new ArrayList<>(
                        workspace.posts.all(room.id).stream()
                                .filter(post -> !post.isReply())
                                .toList());
        java.util.Collections.reverse(roots);
        return page(within(roots, arguments), arguments);
    }

    private Room readable(Arguments arguments) {
        Room room = workspace.joined(arguments.need("channel"));
        String scope = room.kind.plural() + ":history";
        if (!tokens.granted(scope)) {
            throw ApiError.refusal(
                    "missing_scope", Json.object("needed", scope, "provided", tokens.provided()));
        }
        return room;
    }

    private static List<Post> within(List<Post> posts, Arguments arguments) {
        String oldest = arguments.find("oldest").orElse("0");
        String latest = arguments.find("latest").orElse("9999999999.999999");
        boolean inclusive = arguments.flag("inclusive");
        return posts.stream()
                .filter(post ->
                        (post.ts.compareTo(oldest) > 0 && post.ts.compareTo(latest) < 0)
                                || (inclusive && Set.of(oldest, latest).contains(post.ts)))
                .toList();
    }

    private ObjectNode page(List<Post> posts, Arguments arguments) {
        int limit = limit(arguments, MOST);
        int from = cursor(arguments);
        int to = Math.min(posts.size(), from + Math.min(limit, limits.mostInHistory()));
        boolean more = to < posts.size();
        return Json.object(
                "messages", posts.subList(from, to).stream().map(workspace.json::of).toList(),
                "has_more", more,
                "response_metadata", Json.object("next_cursor", more ? "next:" + to : ""));
    }

    private static int limit(Arguments arguments, int most) {
        int limit = arguments.number("limit", USUAL);
        if (limit < 1 || limit > most) {
            throw ApiError.mistake("invalid_limit", "limit " + limit);
        }
        return limit;
    }

    private static int cursor(Arguments arguments) {
        return arguments
                .find("cursor")
                .map(cursor -> {
                    if (!cursor.matches("next:\\d{1,9}")) {
                        throw ApiError.mistake("invalid_cursor", cursor);
                    }
                    return Integer.parseInt(cursor.substring("next:".length()));
                })
                .orElse(0);
    }

    private ObjectNode info(Arguments arguments) {
        return Json.object("channel", workspace.visible(arguments.need("channel")).json());
    }

    private ObjectNode members(Arguments arguments) {
        Room room = workspace.visible(arguments.need("channel"));
        return Json.object(
                "members", room.members, "response_metadata", Json.object("next_cursor", ""));
    }

    private ObjectNode open(Arguments arguments) {
        if (arguments.find("channel").isPresent()) {
            return Json.object("channel", workspace.visible(arguments.need("channel")).json());
        }
        String user =
                arguments
                        .find("users")
                        .orElseThrow(() -> ApiError.mistake("users_list_not_supplied", "no users"));
        if (!workspace.people.containsKey(user)) {
            throw ApiError.mistake("user_not_found", user);
        }
        return Json.object("channel", Json.object("id", workspace.im(user).id));
    }

    private ObjectNode mine(Arguments arguments) {
        Set<String> types = Set.of(arguments.find("types").orElse("public_channel").split(",\\s*"));
        types.forEach(type -> granted(KINDS.get(type)));
        boolean archived = !arguments.flag("exclude_archived");
        List<ObjectNode> rooms =
                workspace.roomsOfBot().stream()
                        .filter(room -> types.contains(type(room.kind)))
                        .filter(room -> archived || !room.archived())
                        .map(Room::json)
                        .toList();
        int limit = limit(arguments, MOST - 1);
        int from = cursor(arguments);
        int to = Math.min(rooms.size(), from + limit);
        return Json.object(
                "channels",
                rooms.subList(from, to),
                "response_metadata",
                Json.object("next_cursor", to < rooms.size() ? "next:" + to : ""));
    }

    /** Each kind of conversation has a scope of its own. */
    private void granted(@Nullable String scope) {
        if (scope == null) {
            throw ApiError.mistake("invalid_types", "no such kind of conversation");
        }
        if (!tokens.granted(scope)) {
            throw ApiError.refusal(
                    "missing_scope", Json.object("needed", scope, "provided", tokens.provided()));
        }
    }

    private static String type(Room.Kind kind) {
        return switch (kind) {
            case PUBLIC -> "public_channel";
            case PRIVATE -> "private_channel";
            case IM -> "im";
            case MPIM -> "mpim";
        };
    }
}
