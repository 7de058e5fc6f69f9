package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import parley.testing.Json;

/** People use buttons, commands, shortcuts and modals. Guarded by the watch. */
final class Interactions {
    private final Workspace workspace;
    private final Deliveries deliveries;
    private final ResponseUrls responses;

    Interactions(Workspace workspace, Deliveries deliveries, ResponseUrls responses) {
        this.workspace = workspace;
        this.deliveries = deliveries;
        this.responses = responses;
    }

    /** A button under a message, ephemeral ones too. */
    Delivery presses(
            String user, String channel, String ts, String actionId, Optional<String> value) {
        JsonNode blocks =
                workspace
                        .stage
                        .ephemeral(ts)
                        .map(Ephemeral::blocks)
                        .orElseGet(() -> workspace.post(channel, ts).blocks);
        return presses(user, channel, ts, action(blocks, actionId, value));
    }

    /** A client that was not told yet that the message has changed. */
    Delivery pressesAsSeen(String user, String channel, Shown seen, String actionId) {
        return presses(user, channel, seen.ts(), action(seen.blocks(), actionId, Optional.empty()));
    }

    private Delivery presses(String user, String channel, String ts, JsonNode action) {
        Optional<Ephemeral> ephemeral = workspace.stage.ephemeral(ts);
        ObjectNode payload = payload("block_actions", user);
        payload.set("container", container(channel, ts, ephemeral));
        payload.set("channel", channel(channel));
        if (ephemeral.isEmpty()) {
            payload.set("message", workspace.json.of(workspace.post(channel, ts)));
        }
        payload.set("state", Json.object("values", Json.object()));
        payload.put("response_url", responses.fresh(user, channel, Optional.of(ts)));
        payload.set("actions", Json.array(action));
        return send(payload);
    }

    private JsonNode action(JsonNode blocks, String actionId, Optional<String> value) {
        return PressedElement.of(blocks, actionId, value, workspace.clock.nextTs());
    }

    private ObjectNode container(String channel, String ts, Optional<Ephemeral> ephemeral) {
        ObjectNode container =
                Json.object(
                        "type",
                        "message",
                        "message_ts",
                        ts,
                        "channel_id",
                        channel,
                        "is_ephemeral",
                        ephemeral.isPresent());
        Optional<String> thread =
                ephemeral.isPresent()
                        ? ephemeral.get().threadTs()
                        : workspace.post(channel, ts).threadTs;
        thread.ifPresent(root -> container.put("thread_ts", root));
        return container;
    }

    /** A button in a modal or a Home tab. */
    Delivery pressesInView(String user, String viewId, String actionId, Optional<String> value) {
        ObjectNode view = view(viewId);
        ObjectNode payload = payload("block_actions", user);
        payload.set("container", Json.object("type", "view", "view_id", viewId));
        payload.set("view", view);
        payload.set("actions", Json.array(action(view.path("blocks"), actionId, value)));
        return send(payload);
    }

    private ObjectNode view(String viewId) {
        return workspace
                .views
                .find(viewId)
                .orElseThrow(() -> new IllegalArgumentException("no such view: " + viewId));
    }

    /**
     * @param forged somebody else than who has it open
     */
    Delivery submits(String viewId, Map<String, String> values, Optional<String> forged) {
        Views.Modal modal =
                workspace
                        .views
                        .modal(viewId)
                        .orElseThrow(() -> new IllegalArgumentException("no modal " + viewId));
        ObjectNode view = modal.view().deepCopy();
        view.set("state", Json.object("values", ViewValues.of(view.path("blocks"), values)));
        ObjectNode payload = payload("view_submission", forged.orElse(modal.user()));
        payload.set("view", view);
        payload.set("response_urls", Json.array());
        return send(payload);
    }

    /** A shortcut in the menu of a message. */
    Delivery shortcut(String user, String channel, String ts, String callbackId) {
        Post post = workspace.post(channel, ts);
        ObjectNode payload = payload("message_action", user);
        payload.put("callback_id", callbackId)
                .put("action_ts", workspace.clock.nextTs())
                .put("message_ts", ts)
                .put("response_url", responses.fresh(user, channel, Optional.empty()));
        payload.set("channel", channel(channel));
        payload.set("message", workspace.json.of(post));
        return send(payload);
    }

    Delivery command(String user, String channel, String command, String text) {
        Identity me = workspace.me;
        Room room = workspace.room(channel);
        if (!workspace.offers(command)) {
            throw new IllegalArgumentException("Slack knows no command " + command);
        }
        ObjectNode payload =
                Json.object(
                        "token", "verification-token",
                        "team_id", me.teamId(),
                        "team_domain", me.domain(),
                        "channel_id", channel,
                        "channel_name", room.publicName(),
                        "user_id", user,
                        "user_name", workspace.person(user).handle(),
                        "command", command,
                        "text", text,
                        "api_app_id", me.appId(),
                        "is_enterprise_install", "false",
                        "response_url", responses.fresh(user, channel, Optional.empty()),
                        "trigger_id", workspace.triggers.fresh(user));
        return send(Delivery.Kind.COMMAND, payload);
    }

    private ObjectNode payload(String type, String user) {
        Identity me = workspace.me;
        Person person = workspace.person(user);
        return Json.object(
                        "type", type,
                        "user",
                                Json.object(
                                        "id", user,
                                        "username", person.handle(),
                                        "name", person.handle(),
                                        "team_id", person.team()),
                        "api_app_id", me.appId(),
                        "token", "verification-token",
                        "trigger_id", workspace.triggers.fresh(user),
                        "team", Json.object("id", me.teamId(), "domain", me.domain()),
                        "is_enterprise_install", false)
                .putNull("enterprise");
    }

    private ObjectNode channel(String id) {
        return Json.object("id", id, "name", workspace.room(id).publicName());
    }

    private Delivery send(ObjectNode payload) {
        return send(Delivery.Kind.INTERACTION, payload);
    }

    private Delivery send(Delivery.Kind kind, ObjectNode payload) {
        Delivery delivery = new Delivery(kind, workspace.ids.uuid(), payload);
        deliveries.add(delivery);
        return delivery;
    }

    /** What the app answers at once: words for a command, what becomes of a modal. */
    void answered(Delivery delivery) {
        JsonNode answer = delivery.ack().payload();
        if (delivery.kind() == Delivery.Kind.COMMAND) {
            said(delivery.payload(), answer);
        } else if (delivery.type().equals("view_submission")) {
            submitted(delivery.payload(), answer);
        }
    }

    private void said(JsonNode command, JsonNode answer) {
        JsonNode blocks = answer.path("blocks");
        String text = answer.isTextual() ? answer.asText() : answer.path("text").asText();
        if (text.isEmpty() && !blocks.isArray()) {
            return;
        }
        Content content =
                new Content(
                        text,
                        blocks.isArray() ? BlockCheck.message(blocks, workspace.ids) : Json.array(),
                        Optional.empty());
        String channel = command.path("channel_id").asText();
        String ts = workspace.clock.nextTs();
        if (answer.path("response_type").asText().equals("in_channel")) {
            Post post =
                    new Post(ts, workspace.room(channel), Optional.empty(), workspace.bot(), "");
            content.fill(post);
            workspace.posts.add(post);
        } else {
            workspace.stage.ephemeral(
                    command.path("user_id").asText(), channel, Optional.empty(), ts, content);
        }
    }

    /** docs.slack.dev/surfaces/modals: errors are named by the block ids of inputs. */
    private void refused(JsonNode view, JsonNode errors) {
        for (String block : (Iterable<String>) errors::fieldNames) {
            boolean input =
                    BlockText.stream(view.path("blocks"))
                            .filter(one -> one.path("type").asText().equals("input"))
                            .anyMatch(one -> one.path("block_id").asText().equals(block));
            if (!input || errors.path(block).asText().isEmpty()) {
                workspace.violate("view_submission", "invalid_error", block);
            }
        }
        if (errors.isEmpty()) {
            workspace.violate("view_submission", "invalid_error", "no errors");
        }
        workspace.views.errors(view.path("id").asText(), errors);
    }

    private void submitted(JsonNode submission, JsonNode answer) {
        String viewId = submission.path("view").path("id").asText();
        switch (answer.path("response_action").asText()) {
            case "errors" -> refused(submission.path("view"), answer.path("errors"));
            case "update" -> {
                ObjectNode old = view(viewId);
                ObjectNode fresh = ViewCheck.modal(answer.path("view"), workspace);
                fresh.put("id", old.path("id").asText());
                workspace.views.replace(viewId, fresh);
            }
            case "push" ->
                    workspace.views.open(
                            submission.path("user").path("id").asText(),
                            ViewCheck.modal(answer.path("view"), workspace));
            default -> workspace.views.close(viewId);
        }
    }
}
