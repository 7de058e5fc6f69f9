package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/**
 * What makes a command of Discord the one that it is, whether it was registered or is wanted: its
 * fields without ids, versions and whatever says no more than leaving it out. Pure.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/interactions/application-commands#application-command-object">Application
 *     command object</a>
 */
final class CommandShape {
    private static final String TYPE = "type";

    /** A command without a type is a slash command. */
    private static final int SLASH = 1;

    private static final List<String> FIELDS =
            List.of(
                    "name",
                    "name_localizations",
                    "description",
                    "description_localizations",
                    "default_member_permissions",
                    "nsfw",
                    "required",
                    "autocomplete",
                    "choices",
                    "value",
                    "channel_types",
                    "min_value",
                    "max_value",
                    "min_length",
                    "max_length",
                    "options");

    /** Whose order says nothing; numbers, which JDA writes as texts. */
    private static final List<String> SETS = List.of("contexts", "integration_types");

    private CommandShape() {}

    /** As Discord takes them. */
    static JsonNode wire(Collection<CommandData> commands) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        commands.forEach(command -> all.add(JdaJson.node(command.toData())));
        return all;
    }

    /** Whether both are the same commands, in whatever order. */
    static boolean same(JsonNode registered, JsonNode wanted) {
        return registered.size() == wanted.size() && shapes(registered).equals(shapes(wanted));
    }

    private static Set<JsonNode> shapes(JsonNode commands) {
        return stream(commands).map(CommandShape::of).collect(Collectors.toSet());
    }

    private static JsonNode of(JsonNode command) {
        ObjectNode shape = fields(command);
        for (String name : SETS) {
            ArrayNode sorted = shape.putArray(name);
            stream(command.path(name)).map(JsonNode::asText).sorted().forEach(sorted::add);
        }
        return shape;
    }

    private static ObjectNode fields(JsonNode from) {
        ObjectNode shape = JsonNodeFactory.instance.objectNode();
        shape.put(TYPE, from.path(TYPE).asInt(SLASH));
        for (String name : FIELDS) {
            JsonNode value = from.path(name);
            if (!saysNothing(value)) {
                shape.set(name, said(value));
            }
        }
        return shape;
    }

    /** Of a number, 1 and 1.0 are the same. */
    private static JsonNode said(JsonNode value) {
        if (value.isNumber()) {
            return DecimalNode.valueOf(value.decimalValue().stripTrailingZeros());
        }
        return value.isArray() ? items(value) : value;
    }

    private static ArrayNode items(JsonNode list) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        list.forEach(item -> items.add(item.isObject() ? fields(item) : item));
        return items;
    }

    private static boolean saysNothing(JsonNode value) {
        boolean empty = value.isContainerNode() ? value.isEmpty() : value.asText().isEmpty();
        return value.isMissingNode()
                || value.isNull()
                || empty
                || (value.isBoolean() && !value.booleanValue());
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
