package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import parley.testing.Json;

/** chat.startStream, appendStream and stopStream, with the ends that Slack does not document. */
final class StreamMethods {
    private static final String WRITE = "chat:write";

    private final Workspace workspace;
    private final Events events;
    private final Notifications notifications;
    private final StreamRules rules;

    StreamMethods(
            Workspace workspace, Events events, Notifications notifications, StreamRules rules) {
        this.workspace = workspace;
        this.events = events;
        this.notifications = notifications;
        this.rules = rules;
    }

    List<ApiMethod> methods() {
        return List.of(
                ApiMethod.bot(
                        "chat.startStream",
                        Tier.TWO,
                        WRITE,
                        "channel* thread_ts markdown_text chunks recipient_user_id"
                                + " recipient_team_id task_display_mode icon_emoji icon_url"
                                + " username",
                        this::start),
                ApiMethod.bot(
                        "chat.appendStream",
                        Tier.FOUR,
                        WRITE,
                        "channel* ts* markdown_text chunks",
                        this::append),
                ApiMethod.bot(
                        "chat.stopStream",
                        Tier.TWO,
                        WRITE,
                        "channel* ts* markdown_text chunks blocks metadata session_status",
                        this::stop));
    }

    private ObjectNode start(Arguments arguments) {
        Room room = workspace.writable(arguments.need("channel"));
        String thread =
                arguments
                        .find("thread_ts")
                        .orElseThrow(() ->
                                ApiError.mistake("invalid_thread_ts", "a stream needs a thread"));
        workspace.root(room, thread);
        recipient(room, arguments);
        arguments
                .find("task_display_mode")
                .filter(mode -> !mode.equals("timeline") && !mode.equals("plan"))
                .ifPresent(mode -> {
                    throw ApiError.mistake("invalid_arguments", "task_display_mode " + mode);
                });
        String piece = piece(arguments);
        Post post =
                new Post(workspace.clock.nextTs(), room, Optional.of(thread), workspace.bot(), "");
        post.subtype = Optional.of("bot_message");
        post.stream = Post.Stream.RUNNING;
        post.streamSince = workspace.clock.nanos();
        grow(post, piece, arguments);
        workspace.posts.add(post);
        workspace.stage.clearStatus(room.id, thread);
        workspace.stage.sessions.put(Stage.key(room.id, thread), "processing");
        events.posted(post);
        return Json.object("channel", room.id, "ts", post.ts);
    }

    private void recipient(Room room, Arguments arguments) {
        if (room.kind != Room.Kind.IM) {
            for (String name : List.of("recipient_team_id", "recipient_user_id")) {
                if (arguments.find(name).isEmpty()) {
                    throw ApiError.mistake("missing_" + name, "streaming into " + room.id);
                }
            }
        }
        arguments
                .find("recipient_user_id")
                .ifPresent(user -> {
                    if (!workspace.people.containsKey(user)) {
                        throw ApiError.mistake("user_not_found", user);
                    }
                });
    }

    private ObjectNode append(Arguments arguments) {
        Post post = running(arguments);
        if (arguments.find("markdown_text").isEmpty() && arguments.find("chunks").isEmpty()) {
            throw ApiError.mistake("no_text", "nothing to append");
        }
        grow(post, piece(arguments), arguments);
        return Json.object("channel", post.room.id, "ts", post.ts);
    }

    private ObjectNode stop(Arguments arguments) {
        Post post = running(arguments);
        String piece = piece(arguments);
        Optional<ArrayNode> blocks =
                arguments
                        .json("blocks", "invalid_blocks_format")
                        .map(node -> BlockCheck.message(node, workspace.ids));
        String session = session(arguments);
        Optional<JsonNode> metadata = Content.metadata(arguments);
        ObjectNode before = workspace.json.of(post);
        blocks.ifPresent(given -> post.blocks = given);
        grow(post, piece, arguments);
        if (post.text.isEmpty() && post.blocks.isEmpty()) {
            throw ApiError.mistake("no_text", "an empty stream");
        }
        post.stream = Post.Stream.COMPLETED;
        post.metadata = metadata;
        workspace.stage.sessions.put(Stage.key(post.room.id, post.root()), session);
        events.changed(post, before, false);
        return Json.object(
                "channel", post.room.id, "ts", post.ts, "message", workspace.json.of(post));
    }

    private static String session(Arguments arguments) {
        String status = arguments.find("session_status").orElse("active");
        if (!AssistantMethods.STATUSES.contains(status)) {
            throw ApiError.mistake("invalid_arguments", "session_status " + status);
        }
        return status;
    }

    private Post running(Arguments arguments) {
        Room room = workspace.writable(arguments.need("channel"));
        Post post = workspace.own(room.id, arguments.need("ts"), "message_not_owned_by_app");
        if (rules.endIfOld(post)) {
            ObjectNode before = workspace.json.of(post);
            events.changed(post, before, false);
        }
        return switch (post.stream) {
            case RUNNING -> post;
            case STOPPED -> throw ApiError.refusal("stopped_by_user");
            case BROKEN -> throw rules.tooOld(post);
            case NONE, COMPLETED ->
                    throw ApiError.mistake("message_not_in_streaming_state", post.ts + " is done");
        };
    }

    private void grow(Post post, String piece, Arguments arguments) {
        String whole = post.text + piece;
        rules.checkSize(whole.getBytes(StandardCharsets.UTF_8).length);
        post.text = whole;
        notifications.look(post, arguments);
    }

    /** The new text in markdown_text and in chunks. */
    private static String piece(Arguments arguments) {
        StringBuilder text = new StringBuilder(Content.markdown(arguments).orElse(""));
        arguments
                .json("chunks", "invalid_chunks")
                .ifPresent(chunks -> {
                    for (JsonNode chunk : chunks) {
                        text.append(ChunkCheck.text(chunk));
                    }
                });
        return text.toString();
    }
}
