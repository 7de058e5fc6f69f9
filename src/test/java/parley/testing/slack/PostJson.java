package parley.testing.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import parley.testing.Json;

/** Messages as Slack writes them into events, payloads and conversations.replies. */
final class PostJson {
    private final Identity me;
    private final Posts posts;

    PostJson(Identity me, Posts posts) {
        this.me = me;
        this.posts = posts;
    }

    ObjectNode of(Post post) {
        return post.tombstone ? tombstone(post) : alive(post);
    }

    private ObjectNode alive(Post post) {
        ObjectNode json = Json.object("type", "message", "subtype", post.subtype);
        author(json, post);
        json.put("text", post.text).put("ts", post.ts);
        if (!post.clientId.isEmpty()) {
            json.put("client_msg_id", post.clientId);
        }
        json.put("team", post.author.team());
        if (!post.blocks.isEmpty()) {
            json.set("blocks", post.blocks.deepCopy());
        }
        files(json, post);
        post.editedTs.ifPresent(
                ts -> json.set("edited", Json.object("user", post.author.id(), "ts", ts)));
        post.metadata.ifPresent(metadata -> json.set("metadata", metadata));
        if (post.stream != Post.Stream.NONE) {
            json.put("streaming_state", post.streaming() ? "in_progress" : "completed");
        }
        return thread(json, post);
    }

    private void author(ObjectNode json, Post post) {
        json.put("user", post.author.id());
        if (post.author.id().equals(me.botUserId())) {
            json.put("bot_id", me.botId()).put("app_id", me.appId());
            json.set("bot_profile", profile());
        } else if (post.author.is(Person.Trait.BOT)) {
            json.put("bot_id", "B" + post.author.id().substring(1)).put("app_id", "A0OTHER001");
        }
    }

    private ObjectNode profile() {
        return Json.object(
                "id", me.botId(),
                "app_id", me.appId(),
                "user_id", me.botUserId(),
                "name", me.botName(),
                "deleted", false,
                "updated", 1_700_000_000,
                "team_id", me.teamId());
    }

    private static void files(ObjectNode json, Post post) {
        if (!post.files.isEmpty()) {
            json.set("files", Json.array(post.files.stream().map(StoredFile::json).toList()));
            json.put("upload", false).put("display_as_bot", false);
        }
    }

    private ObjectNode thread(ObjectNode json, Post post) {
        if (post.isReply()) {
            json.put("thread_ts", post.root());
            posts.find(post.room.id, post.root())
                    .ifPresent(root -> json.put("parent_user_id", root.author.id()));
            return json;
        }
        List<Post> replies = posts.replies(post);
        if (replies.isEmpty()) {
            return json;
        }
        json.put("thread_ts", post.ts)
                .put("reply_count", replies.size())
                .put("latest_reply", replies.getLast().ts)
                .put("is_locked", false)
                .put("subscribed", true);
        List<String> users = replies.stream().map(reply -> reply.author.id()).distinct().toList();
        json.set("reply_users", Json.array(users));
        return json.put("reply_users_count", users.size());
    }

    /** What is left of a root that was deleted before its replies. */
    private ObjectNode tombstone(Post post) {
        return thread(
                Json.object(
                        "type", "message",
                        "subtype", "tombstone",
                        "text", "This message was deleted.",
                        "user", "USLACKBOT",
                        "hidden", true,
                        "ts", post.ts),
                post);
    }

    /** The text of a person as rich text, as Slack's own editor makes it. */
    static ObjectNode richText(String id, String text) {
        return Json.object(
                "type",
                "rich_text",
                "block_id",
                id,
                "elements",
                List.of(
                        Json.object(
                                "type", "rich_text_section", "elements", RichText.elements(text))));
    }

    static Optional<String> subtype(List<StoredFile> files) {
        return files.isEmpty() ? Optional.empty() : Optional.of("file_share");
    }
}
