package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import parley.testing.Json;

/** People use commands, buttons and modals. Guarded by the watch. */
final class Interactions {
    private static final int CHAT_INPUT = 1;
    private static final int MESSAGE_MENU = 3;
    private static final int BUTTON = 2;

    private final World world;
    private final Rights rights;
    private final CommandRule rule;
    private final InteractionBook book;
    private final InteractionJson common;
    private final MessageJson messages;

    Interactions(World world, Told told, CommandRule rule, InteractionBook book) {
        this.world = world;
        this.rights = told.rights();
        this.rule = rule;
        this.book = book;
        this.common = new InteractionJson(world, rights);
        this.messages = told.json();
    }

    /** A slash command of those that the person is shown. */
    Interaction command(
            long user, long channel, String name, String below, Map<String, String> options) {
        JsonNode command = rule.shown(CHAT_INPUT, name, user, world.channel(channel));
        return invoke(user, channel, command, below, options);
    }

    /** Likewise, whether or not the person is shown it. */
    Interaction forces(
            long user, long channel, String name, String below, Map<String, String> options) {
        JsonNode command = rule.registered(CHAT_INPUT, name, world.channel(channel));
        return invoke(user, channel, command, below, options);
    }

    private Interaction invoke(
            long user, long channel, JsonNode command, String below, Map<String, String> options) {
        ObjectNode data = data(command);
        data.set("options", CommandOptions.of(command, below, options));
        ObjectNode resolved =
                ResolvedOptions.of(world, rights, world.channel(channel), data.path("options"));
        if (!resolved.isEmpty()) {
            data.set("resolved", resolved);
        }
        return send(InteractionKind.COMMAND, user, channel, data, one -> one);
    }

    private static ObjectNode data(JsonNode command) {
        return Json.object(
                "id", command.path("id"),
                "name", command.path("name"),
                "type", command.path("type").asInt(CHAT_INPUT),
                "guild_id",
                        Optional.of(command.path("guild_id")).filter(id -> !id.isMissingNode()));
    }

    /** Types into an option, after filling in others. */
    Interaction completes(
            long user,
            long channel,
            String name,
            String below,
            Map<String, String> filled,
            String option,
            String typed) {
        JsonNode command = rule.shown(CHAT_INPUT, name, user, world.channel(channel));
        ObjectNode data = data(command);
        data.set("options", CommandOptions.typed(command, below, filled, option, typed));
        return send(InteractionKind.AUTOCOMPLETE, user, channel, data, one -> one);
    }

    /** Chooses a command in the menu of a message. */
    Interaction menu(long user, long channel, long message, String name) {
        JsonNode command = rule.shown(MESSAGE_MENU, name, user, world.channel(channel));
        Post post = world.post(channel, message);
        ObjectNode data = data(command).put("target_id", Long.toString(message));
        data.set(
                "resolved",
                Json.object("messages", Json.object(Long.toString(message), messages.rest(post))));
        return send(
                InteractionKind.COMMAND,
                user,
                channel,
                data,
                one -> {
                    one.message = Optional.of(post);
                    return one;
                });
    }

    /** Presses a button under a message, also of one that this person alone sees. */
    Interaction presses(long user, long channel, long message, String customId) {
        Post post = seen(user, channel, message);
        return press(user, channel, post, customId, button(post, customId).path("id"));
    }

    /** Likewise, a button that is not there, or not any more. */
    Interaction forgesPress(long user, long channel, long message, String customId) {
        return press(user, channel, seen(user, channel, message), customId, IntNode.valueOf(1));
    }

    private Post seen(long user, long channel, long message) {
        rule.demandSees(user, world.channel(channel));
        return Stream.concat(world.channel(channel).posts.values().stream(), book.whispersTo(user))
                .filter(one -> one.id == message)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such message is seen"));
    }

    private Interaction press(
            long user, long channel, Post post, String customId, JsonNode component) {
        ObjectNode data =
                Json.object("custom_id", customId, "component_type", BUTTON, "id", component);
        return send(InteractionKind.COMPONENT, user, channel, data, one -> under(one, post));
    }

    private Interaction under(Interaction interaction, Post post) {
        interaction.message = Optional.of(post);
        interaction.payload.set("message", messages.rest(post));
        return interaction;
    }

    private static JsonNode button(Post post, String customId) {
        List<JsonNode> found =
                post.components.findParents("custom_id").stream()
                        .filter(one -> one.path("custom_id").asText().equals(customId))
                        .toList();
        if (found.isEmpty() || found.getFirst().path("disabled").asBoolean()) {
            throw new AssertionError(
                    "cannot be pressed: " + customId + " among " + post.components);
        }
        return found.getFirst();
    }

    /** Fills in and submits the modal that the bot opened; values by custom id. */
    Interaction submits(Interaction opener, Map<String, String> values) {
        return submits(opener.who.id(), opener, values);
    }

    /** Likewise, whoever the modal is for. */
    Interaction submits(long user, Interaction opener, Map<String, String> values) {
        JsonNode modal = opener.modal.orElseThrow(() -> new AssertionError("no modal is open"));
        ObjectNode data = ModalValues.of(modal, values);
        return send(
                InteractionKind.MODAL,
                user,
                opener.where.id,
                data,
                one -> {
                    one.opener = Optional.of(opener);
                    boolean component = opener.kind == InteractionKind.COMPONENT;
                    return component ? under(one, opener.message.orElseThrow()) : one;
                });
    }

    private Interaction send(
            InteractionKind kind,
            long user,
            long channel,
            ObjectNode data,
            UnaryOperator<Interaction> rest) {
        Person who = world.person(user);
        Channel where = world.channel(channel);
        long id = world.clock.next();
        String token = "aW50ZXJhY3Rpb246" + Long.toString(id, 36) + "Fake";
        ObjectNode payload = common.of(id, token, kind, who, where);
        payload.set("data", data);
        Interaction interaction =
                rest.apply(new Interaction(world, id, token, kind, who, where, payload));
        book.add(interaction);
        world.dispatch("INTERACTION_CREATE", payload);
        return interaction;
    }
}
