package parley.testing.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import parley.testing.Json;

/** What people write, change and delete. Guarded by the watch. */
final class Crowd {
    private final Workspace workspace;
    private final Events events;

    Crowd(Workspace workspace, Events events) {
        this.workspace = workspace;
        this.events = events;
    }

    /** A message, with the events that come of it. */
    String says(
            String user, String channel, Optional<String> thread, String text, List<FakeFile> all) {
        Room room = workspace.room(channel);
        Person author = workspace.person(user);
        if (!author.is(Person.Trait.BOT)) {
            room.members.add(user);
        }
        Post post = new Post(workspace.clock.nextTs(), room, thread, author, workspace.ids.uuid());
        all.forEach(file -> post.files.add(store(file, user)));
        post.text = text;
        post.subtype = PostJson.subtype(post.files);
        if (!text.isEmpty()) {
            post.blocks = Json.array(PostJson.richText(workspace.ids.next("b"), text));
        }
        workspace.posts.add(post);
        events.posted(post);
        return post.ts;
    }

    private StoredFile store(FakeFile file, String user) {
        String id = workspace.ids.next("F");
        StoredFile stored =
                new StoredFile(
                        id,
                        file.name(),
                        file.name(),
                        file.mimeType(),
                        file.bytes(),
                        user,
                        file.stub(),
                        workspace.fileUrl(id, file.name()),
                        workspace.clock.seconds());
        workspace.files.put(id, stored);
        return stored;
    }

    void edits(String channel, String ts, String text) {
        Post post = workspace.post(channel, ts);
        ObjectNode before = workspace.json.of(post);
        post.text = text;
        post.blocks = Json.array(PostJson.richText(workspace.ids.next("b"), text));
        post.edits++;
        post.editedTs = Optional.of(workspace.clock.nextTs());
        events.changed(post, before, true);
    }

    /** A link preview appears: the message changes, its text does not. */
    void unfurls(String channel, String ts) {
        Post post = workspace.post(channel, ts);
        ObjectNode after = workspace.json.of(post);
        after.set(
                "attachments",
                Json.array(
                        Json.object(
                                "id", 1,
                                "from_url", "https://example.com/",
                                "title", "Example",
                                "fallback", "Example")));
        events.changed(post, workspace.json.of(post), after);
    }

    void deletes(String channel, String ts) {
        ChatMethods.remove(workspace, events, workspace.post(channel, ts));
    }

    /** A message event of any other subtype, such as {@code channel_join}. */
    void happens(String user, String channel, String subtype, String text) {
        Room room = workspace.room(channel);
        ObjectNode event =
                Json.object(
                        "type",
                        "message",
                        "subtype",
                        subtype,
                        "text",
                        text,
                        "ts",
                        workspace.clock.nextTs());
        // Old integrations post without a user.
        if (subtype.equals("bot_message")) {
            event.put("bot_id", "B" + user.substring(1)).put("username", user);
        } else {
            event.put("user", user);
        }
        events.inRoom(room, event);
    }

    void opensHome(String user, String tab) {
        ObjectNode event =
                Json.object(
                        "type",
                        "app_home_opened",
                        "user",
                        user,
                        "channel",
                        workspace.im(user).id,
                        "tab",
                        tab,
                        "view",
                        workspace.views.home(user),
                        "event_ts",
                        workspace.clock.nextTs());
        events.other(event);
    }

    /** Presses Slack's own Stop: what streams in the thread ends, and the app is told. */
    void stopsSession(String user, String channel, String threadTs) {
        List<Post> running =
                workspace.posts.thread(channel, threadTs).stream().filter(Post::streaming).toList();
        running.forEach(post -> post.stream = Post.Stream.STOPPED);
        events.other(
                Json.object(
                        "type",
                        "agent_session_stopped",
                        "user",
                        user,
                        "channel",
                        channel,
                        "thread_ts",
                        threadTs,
                        "streaming_message_ts",
                        running.stream().map(post -> post.ts).toList(),
                        "event_ts",
                        workspace.clock.nextTs()));
    }
}
