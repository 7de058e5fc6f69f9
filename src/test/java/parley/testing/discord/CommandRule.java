package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Which of the registered commands somebody is shown where. Guarded by the watch.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/interactions/application-commands#permissions">Permissions</a>
 */
final class CommandRule {
    private final Rights rights;
    private final LongFunction<List<JsonNode>> commands;

    /**
     * @param commands those of a guild; of all for 0
     */
    CommandRule(Rights rights, LongFunction<List<JsonNode>> commands) {
        this.rights = rights;
        this.commands = commands;
    }

    /** Whoever may use it; one of the guild goes before one for all. */
    JsonNode registered(int type, String name, Channel where) {
        return Stream.concat(
                        where.guild.stream().flatMap(guild -> commands.apply(guild.id).stream()),
                        commands.apply(0).stream())
                .filter(one -> one.path("type").asInt(1) == type)
                .filter(one -> one.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such command is registered: " + name));
    }

    /** Fails when the person is not shown it there. */
    JsonNode shown(int type, String name, long user, Channel where) {
        JsonNode command = registered(type, name, where);
        demandSees(user, where);
        if (!inContext(command, where) || !mayUse(command, user, where)) {
            throw new AssertionError(user + " is not shown the command here: " + command);
        }
        return command;
    }

    private static boolean inContext(JsonNode command, Channel where) {
        JsonNode contexts = command.path("contexts");
        int wanted = where.isDirect() ? 1 : 0;
        return !contexts.isArray()
                || StreamSupport.stream(contexts.spliterator(), false)
                        .anyMatch(one -> one.asInt() == wanted);
    }

    private boolean mayUse(JsonNode command, long user, Channel where) {
        if (where.isDirect()) {
            return true;
        }
        long may = rights.in(where, user);
        Optional<Long> needed =
                Optional.of(command.path("default_member_permissions"))
                        .filter(one -> !one.isNull() && !one.isMissingNode())
                        .map(JsonNode::asLong);
        boolean admin = may == Permission.ALL;
        boolean meets = needed.map(bits -> bits != 0 && (may & bits) == bits).orElse(true);
        return admin || meets && Permission.USE_APPLICATION_COMMANDS.in(may);
    }

    /** Fails when the person does not see the channel. */
    void demandSees(long user, Channel where) {
        if (!rights.may(where, user, Permission.VIEW_CHANNEL)) {
            throw new AssertionError(user + " does not see the channel " + where.id);
        }
    }
}
