package parley.testing.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.testing.Json;

/** Tells the app what happened, as the Events API does. Guarded by the watch. */
final class Events {
    private final Workspace workspace;
    private final Deliveries deliveries;
    private final Set<String> unsubscribed = new HashSet<>();
    private Optional<Set<String>> only = Optional.empty();
    private boolean echoes = true;

    Events(Workspace workspace, Deliveries deliveries) {
        this.workspace = workspace;
        this.deliveries = deliveries;
    }

    /** Such as {@code message.channels} or {@code agent_session_stopped}. */
    void unsubscribe(String... names) {
        unsubscribed.addAll(List.of(names));
    }

    /** Nothing but these. */
    void subscribe(Set<String> names) {
        only = Optional.of(Set.copyOf(names));
    }

    boolean subscribed(String name) {
        return !unsubscribed.contains(name) && only.map(all -> all.contains(name)).orElse(true);
    }

    /** Whether the app hears of its own messages, as it does from Slack. */
    void echoes(boolean on) {
        echoes = on;
    }

    void posted(Post post) {
        message(post, workspace.json.of(post));
        if (mentions(post)) {
            mention(post, Optional.empty());
        }
    }

    void changed(Post post, ObjectNode before, boolean byEditing) {
        changed(post, before, workspace.json.of(post));
        if (byEditing && mentions(post)) {
            mention(post, post.editedTs);
        }
    }

    /** With or without a difference in what it says: link previews change messages too. */
    void changed(Post post, ObjectNode before, ObjectNode after) {
        ObjectNode event = change("message_changed");
        event.set("message", after);
        event.set("previous_message", before);
        message(post, event);
    }

    void deleted(Post post, ObjectNode before) {
        if (post.tombstone) {
            changed(post, before, false);
        } else {
            message(
                    post,
                    change("message_deleted")
                            .put("deleted_ts", post.ts)
                            .set("previous_message", before));
        }
    }

    private ObjectNode change(String subtype) {
        return Json.object("type", "message", "subtype", subtype, "hidden", true)
                .put("ts", workspace.clock.nextTs());
    }

    private void message(Post post, ObjectNode event) {
        boolean own = post.author.id().equals(workspace.me.botUserId());
        if (!own || echoes) {
            inRoom(post.room, event);
        }
    }

    /** A message event, with the fields that say where it happened. */
    void inRoom(Room room, ObjectNode event) {
        event.put("channel", room.id)
                .put("event_ts", event.path("ts").asText(workspace.clock.nextTs()))
                .put("channel_type", room.kind.type());
        if (room.hasBot() && subscribed("message." + room.kind.plural())) {
            send(event);
        }
    }

    /** Sent again when a message that mentions the app is edited, with {@code edited}. */
    private void mention(Post post, Optional<String> edited) {
        ObjectNode event = workspace.json.of(post);
        event.remove("subtype");
        event.remove("parent_user_id");
        event.put("type", "app_mention")
                .put("channel", post.room.id)
                .put("event_ts", edited.orElse(post.ts));
        if (post.room.hasBot() && subscribed("app_mention")) {
            send(event);
        }
    }

    /** Direct messages are never mentions; nor are the app's own messages. */
    private boolean mentions(Post post) {
        return post.room.kind != Room.Kind.IM
                && !post.author.id().equals(workspace.me.botUserId())
                && post.text.contains("<@" + workspace.me.botUserId() + ">");
    }

    /** Any event that is no message. */
    void other(ObjectNode event) {
        if (subscribed(event.path("type").asText())) {
            send(event);
        }
    }

    private void send(ObjectNode event) {
        Identity me = workspace.me;
        ObjectNode callback =
                Json.object(
                        "token", "verification-token",
                        "team_id", me.teamId(),
                        "context_team_id", me.teamId(),
                        "api_app_id", me.appId(),
                        "event", event,
                        "type", "event_callback",
                        "event_id", workspace.ids.next("Ev"),
                        "event_time", workspace.clock.seconds(),
                        "authorizations", List.of(authorization()),
                        "is_ext_shared_channel", false,
                        "event_context", workspace.ids.next("4-fake-"));
        callback.putNull("context_enterprise_id");
        deliveries.add(new Delivery(Delivery.Kind.EVENT, workspace.ids.uuid(), callback));
    }

    private ObjectNode authorization() {
        return Json.object(
                        "team_id",
                        workspace.me.teamId(),
                        "user_id",
                        workspace.me.botUserId(),
                        "is_bot",
                        true,
                        "is_enterprise_install",
                        false)
                .putNull("enterprise_id");
    }
}
