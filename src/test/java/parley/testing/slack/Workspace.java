package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.testing.Watch;

/** What Slack knows of one workspace. Everything in it is guarded by the watch. */
final class Workspace {
    final Watch watch = new Watch();
    final Ids ids = new Ids();
    final Identity me;
    final SlackClock clock;
    final Posts posts = new Posts();
    final PostJson json;
    final Stage stage;
    final Map<String, Person> people = new LinkedHashMap<>();
    final Map<String, Room> rooms = new LinkedHashMap<>();
    final Map<String, StoredFile> files = new LinkedHashMap<>();
    final Views views = new Views();
    final Triggers triggers;
    final List<Violation> violations = new ArrayList<>();
    final Set<Notice> notices = new LinkedHashSet<>();

    Optional<JsonNode> manifest = Optional.empty();
    private String url = "";

    Workspace(Identity me, SlackClock clock) {
        this.me = me;
        this.clock = clock;
        this.json = new PostJson(me, posts);
        this.stage = new Stage(clock);
        this.triggers = new Triggers(clock);
        Person bot = new Person(me.botUserId(), "Parley", me.teamId(), Set.of(Person.Trait.BOT));
        people.put(bot.id(), bot);
    }

    /** Where the workspace's web server is, without a slash at its end. */
    void url(String address) {
        url = address;
    }

    String url() {
        return url;
    }

    String fileUrl(String id, String name) {
        return url
                + "/files-pri/"
                + me.teamId()
                + "-"
                + id
                + "/"
                + name.replaceAll("[^\\w.-]", "_");
    }

    Person bot() {
        return person(me.botUserId());
    }

    /** For scripts: somebody who was not added is a fault of the test. */
    Person person(String id) {
        return Optional.ofNullable(people.get(id))
                .orElseThrow(() -> new IllegalArgumentException("no such person: " + id));
    }

    /** For scripts, likewise. */
    Room room(String id) {
        return Optional.ofNullable(rooms.get(id))
                .orElseThrow(() -> new IllegalArgumentException("no such channel: " + id));
    }

    /** For scripts, likewise. */
    Post post(String room, String ts) {
        return posts.find(room, ts)
                .orElseThrow(() -> new IllegalArgumentException("no such message: " + ts));
    }

    /** The direct messages of a person with the bot, which are opened when they are not. */
    Room im(String user) {
        String id = "D" + user.substring(1);
        return rooms.computeIfAbsent(
                id,
                _ -> {
                    Room room = new Room(id, "", Room.Kind.IM);
                    room.members.add(user);
                    room.bot(true);
                    return room;
                });
    }

    /** A conversation that the bot can see. */
    Room visible(String id) {
        Room room = rooms.get(id);
        if (room == null || (room.kind != Room.Kind.PUBLIC && !room.hadBot())) {
            throw ApiError.mistake("channel_not_found", "no such channel: " + id);
        }
        if (room.kind != Room.Kind.PUBLIC && !room.hasBot()) {
            throw ApiError.refusal("channel_not_found");
        }
        return room;
    }

    /** A conversation that the bot may write into or read from. */
    Room joined(String id) {
        Room room = visible(id);
        if (!room.hadBot()) {
            throw ApiError.mistake("not_in_channel", "the bot never was in " + id);
        }
        if (!room.hasBot()) {
            throw ApiError.refusal("not_in_channel");
        }
        return room;
    }

    Room writable(String id) {
        Room room = joined(id);
        if (room.archived()) {
            throw ApiError.refusal("is_archived");
        }
        return room;
    }

    /** A message of the app itself. */
    Post own(String room, String ts, String notOwned) {
        Post post = posts.find(room, ts).orElseThrow(() -> ApiError.refusal("message_not_found"));
        if (post.tombstone) {
            throw ApiError.refusal("message_not_found");
        }
        if (!post.author.id().equals(me.botUserId())) {
            throw ApiError.mistake(notOwned, "not a message of the bot: " + ts);
        }
        return post;
    }

    /** The root that a message wants to go under. */
    Post root(Room room, String threadTs) {
        Post root =
                posts.find(room.id, threadTs)
                        .orElseThrow(() ->
                                ApiError.mistake("invalid_thread_ts", "no message " + threadTs));
        if (root.isReply()) {
            throw ApiError.mistake("invalid_thread_ts", threadTs + " is a reply, not a root");
        }
        if (root.tombstone && posts.replies(root).isEmpty()) {
            throw ApiError.refusal("cannot_reply_to_message");
        }
        return root;
    }

    /** Whether the app was declared an agent; so it is as long as no manifest says otherwise. */
    boolean agent() {
        return manifest.map(all -> all.path("features").has("agent_view")).orElse(true);
    }

    /** Whether people can type it; they can as long as no manifest says otherwise. */
    boolean offers(String command) {
        return manifest.map(all -> all.path("features").path("slash_commands"))
                .map(all -> all.findValuesAsText("command").contains(command))
                .orElse(true);
    }

    void violate(String method, String rule, String detail) {
        violations.add(new Violation(method, rule, detail));
    }

    /** In the order of their ids. */
    List<Room> roomsOfBot() {
        return rooms.values().stream()
                .filter(Room::hasBot)
                .sorted(Comparator.comparing(room -> room.id))
                .toList();
    }
}
