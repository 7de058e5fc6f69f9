package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.testing.HttpAnswer;
import parley.testing.HttpRequest;
import parley.testing.Json;

/**
 * The addresses at which an app answers an interaction: five times in thirty minutes
 * (docs.slack.dev/interactivity/handling-user-interaction). Guarded by the watch.
 */
final class ResponseUrls {
    static final String PATH = "/response/";

    private static final int USES = 5;
    private static final long LIFE = Duration.ofMinutes(30).toNanos();
    private static final Set<String> FIELDS =
            Set.of(
                    "text",
                    "blocks",
                    "attachments",
                    "response_type",
                    "replace_original",
                    "delete_original",
                    "thread_ts",
                    "mrkdwn",
                    "metadata",
                    "unfurl_links",
                    "unfurl_media");

    private final Workspace workspace;
    private final Events events;
    private final Notifications notifications;
    private final Map<String, Address> given = new HashMap<>();

    private static final class Address {
        private final String user;
        private final String channel;
        private final Optional<String> ts;
        private final long since;
        private int uses;

        private Address(String user, String channel, Optional<String> ts, long since) {
            this.user = user;
            this.channel = channel;
            this.ts = ts;
            this.since = since;
        }
    }

    ResponseUrls(Workspace workspace, Events events, Notifications notifications) {
        this.workspace = workspace;
        this.events = events;
        this.notifications = notifications;
    }

    /**
     * @param ts of the message that it may replace
     */
    String fresh(String user, String channel, Optional<String> ts) {
        String path = PATH + workspace.ids.uuid();
        given.put(path, new Address(user, channel, ts, workspace.clock.nanos()));
        return workspace.url() + path;
    }

    HttpAnswer answer(HttpRequest request) {
        try {
            post(request);
            return HttpAnswer.text(200, "text/plain", "ok");
        } catch (ApiError error) {
            error.mistake()
                    .ifPresent(detail -> workspace.violate("response_url", error.code(), detail));
            int status = error.code().endsWith("_url") ? 404 : 400;
            return HttpAnswer.text(status, "application/json", Json.text(error.json()));
        }
    }

    private void post(HttpRequest request) {
        Address address = address(request.path());
        JsonNode body =
                Json.parse(request.text())
                        .filter(JsonNode::isObject)
                        .orElseThrow(() -> ApiError.mistake("invalid_payload", "no JSON object"));
        body.fieldNames()
                .forEachRemaining(name -> {
                    if (!FIELDS.contains(name)) {
                        workspace.violate("response_url", "unknown_argument", name);
                    }
                });
        address.uses++;
        if (body.path("delete_original").asBoolean()) {
            remove(address);
        } else {
            say(address, body);
        }
    }

    private Address address(String path) {
        Address address = given.get(path);
        if (address == null) {
            throw ApiError.mistake("unknown_url", path);
        }
        if (address.uses >= USES) {
            throw ApiError.mistake("used_url", "a sixth use");
        }
        if (workspace.clock.nanos() - address.since > LIFE) {
            throw ApiError.refusal("expired_url");
        }
        return address;
    }

    private void say(Address address, JsonNode body) {
        JsonNode raw = body.path("blocks");
        ArrayNode blocks = raw.isArray() ? BlockCheck.message(raw, workspace.ids) : Json.array();
        String text = body.path("text").asText();
        if (text.isEmpty() && blocks.isEmpty()) {
            throw ApiError.mistake("no_text", "neither text nor blocks");
        }
        Content content = new Content(text, blocks, Optional.empty());
        if (body.path("replace_original").asBoolean()) {
            replace(address, content);
        } else if (body.path("response_type").asText().equals("in_channel")) {
            inChannel(address, content, Optional.ofNullable(body.get("thread_ts")));
        } else {
            ephemeral(address, content, Optional.ofNullable(body.get("thread_ts")));
        }
    }

    private void ephemeral(Address address, Content content, Optional<JsonNode> thread) {
        workspace.stage.ephemeral(
                address.user,
                address.channel,
                thread.map(JsonNode::asText),
                workspace.clock.nextTs(),
                content);
    }

    private void inChannel(Address address, Content content, Optional<JsonNode> thread) {
        Post post =
                new Post(
                        workspace.clock.nextTs(),
                        workspace.room(address.channel),
                        thread.map(JsonNode::asText),
                        workspace.bot(),
                        "");
        content.fill(post);
        workspace.posts.add(post);
        notifications.look(post, Arguments.none());
        events.posted(post);
    }

    private void replace(Address address, Content content) {
        String ts = address.ts.orElseThrow(() -> ApiError.mistake("no_original", "replaced none"));
        if (workspace.stage.replaceEphemeral(ts, content)) {
            return;
        }
        Post post = workspace.own(address.channel, ts, "cant_update_message");
        ObjectNode before = workspace.json.of(post);
        content.fill(post);
        post.edits++;
        notifications.look(post, Arguments.none());
        events.changed(post, before, false);
    }

    private void remove(Address address) {
        String ts = address.ts.orElseThrow(() -> ApiError.mistake("no_original", "deleted none"));
        if (!workspace.stage.removeEphemeral(ts)) {
            ChatMethods.remove(
                    workspace, events, workspace.own(address.channel, ts, "cant_delete_message"));
        }
    }
}
