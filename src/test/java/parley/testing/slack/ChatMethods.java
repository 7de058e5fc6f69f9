package parley.testing.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import parley.testing.Json;

/** chat.postMessage and its kin. */
final class ChatMethods {
    private final Workspace workspace;
    private final Events events;
    private final Notifications notifications;

    ChatMethods(Workspace workspace, Events events, Notifications notifications) {
        this.workspace = workspace;
        this.events = events;
        this.notifications = notifications;
    }

    List<ApiMethod> methods() {
        return List.of(
                ApiMethod.bot(
                        "chat.postMessage",
                        Tier.SPECIAL,
                        "chat:write",
                        "channel* text blocks attachments markdown_text metadata thread_ts parse"
                                + " link_names mrkdwn reply_broadcast unfurl_links unfurl_media"
                                + " icon_emoji icon_url username as_user",
                        this::post),
                ApiMethod.bot(
                        "chat.update",
                        Tier.THREE,
                        "chat:write",
                        "channel* ts* text blocks attachments markdown_text metadata parse"
                                + " link_names reply_broadcast file_ids as_user",
                        this::update),
                ApiMethod.bot(
                        "chat.delete",
                        Tier.THREE,
                        "chat:write",
                        "channel* ts* as_user",
                        this::delete),
                ApiMethod.bot(
                        "chat.postEphemeral",
                        Tier.FOUR,
                        "chat:write",
                        "channel* user* text blocks attachments markdown_text metadata thread_ts"
                                + " parse link_names icon_emoji icon_url username as_user",
                        this::ephemeral),
                ApiMethod.form(
                        "chat.getPermalink", Tier.SPECIAL, "", "channel* message_ts*", this::link));
    }

    private ObjectNode post(Arguments arguments) {
        Room room = workspace.writable(channel(arguments.need("channel")));
        Optional<String> thread = arguments.find("thread_ts");
        thread.ifPresent(ts -> workspace.root(room, ts));
        Content content = Content.posted(arguments, workspace, "chat.postMessage");
        Post post = new Post(workspace.clock.nextTs(), room, thread, workspace.bot(), "");
        content.fill(post);
        workspace.posts.add(post);
        workspace.stage.clearStatus(room.id, post.root());
        notifications.look(post, arguments);
        events.posted(post);
        return Json.object("channel", room.id, "ts", post.ts, "message", workspace.json.of(post));
    }

    /** Posting to a person's id goes to their direct messages. */
    private String channel(String id) {
        return id.startsWith("U") && workspace.people.containsKey(id) ? workspace.im(id).id : id;
    }

    private ObjectNode update(Arguments arguments) {
        Room room = workspace.writable(arguments.need("channel"));
        Post post = workspace.own(room.id, arguments.need("ts"), "cant_update_message");
        if (post.streaming()) {
            throw ApiError.mistake("streaming_state_conflict", post.ts + " is streaming");
        }
        Content content = Content.updated(arguments, workspace, post);
        ObjectNode before = workspace.json.of(post);
        content.fill(post);
        post.stream = Post.Stream.NONE;
        post.edits++;
        post.editedTs = Optional.of(workspace.clock.nextTs());
        notifications.look(post, arguments);
        events.changed(post, before, true);
        return Json.object(
                "channel", room.id,
                "ts", post.ts,
                "text", post.text,
                "message", workspace.json.of(post));
    }

    private ObjectNode delete(Arguments arguments) {
        Room room = workspace.visible(arguments.need("channel"));
        Post post = workspace.own(room.id, arguments.need("ts"), "cant_delete_message");
        remove(workspace, events, post);
        return Json.object("channel", room.id, "ts", post.ts);
    }

    /** A root with replies leaves a tombstone. */
    static void remove(Workspace workspace, Events events, Post post) {
        ObjectNode before = workspace.json.of(post);
        post.tombstone = !post.isReply() && !workspace.posts.replies(post).isEmpty();
        if (!post.tombstone) {
            workspace.posts.remove(post);
        }
        events.deleted(post, before);
    }

    private ObjectNode ephemeral(Arguments arguments) {
        Room room = workspace.writable(arguments.need("channel"));
        String user = arguments.need("user");
        if (!workspace.people.containsKey(user)) {
            throw ApiError.mistake("user_not_found", user);
        }
        if (!room.members.contains(user)) {
            throw ApiError.refusal("user_not_in_channel");
        }
        Optional<String> thread = arguments.find("thread_ts");
        thread.ifPresent(ts -> workspace.root(room, ts));
        Content content = Content.posted(arguments, workspace, "chat.postEphemeral");
        String ts = workspace.clock.nextTs();
        workspace.stage.ephemeral(user, room.id, thread, ts, content);
        return Json.object("message_ts", ts);
    }

    private ObjectNode link(Arguments arguments) {
        Room room = workspace.visible(arguments.need("channel"));
        Post post =
                workspace
                        .posts
                        .find(room.id, arguments.need("message_ts"))
                        .orElseThrow(() -> ApiError.refusal("message_not_found"));
        String link =
                "https://"
                        + workspace.me.domain()
                        + ".slack.com/archives/"
                        + room.id
                        + "/p"
                        + post.ts.replace(".", "");
        return Json.object(
                "channel",
                room.id,
                "permalink",
                post.isReply() ? link + "?thread_ts=" + post.root() + "&cid=" + room.id : link);
    }
}
