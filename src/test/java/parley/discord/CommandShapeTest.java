package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

final class CommandShapeTest {
    private static final JsonNode WANTED = CommandShape.wire(CommandCatalog.all());

    /** As Discord tells the same commands again: with ids, without defaults, in its own order. */
    private static ArrayNode registered() {
        ArrayNode commands = new ObjectMapper().createArrayNode();
        for (int i = WANTED.size() - 1; i >= 0; i--) {
            ObjectNode command = WANTED.get(i).deepCopy();
            command.put("id", "10" + i).put("application_id", "7").put("version", "12" + i);
            command.put("description", command.path("description").asText(""));
            command.putNull("name_localizations").putNull("description_localizations");
            command.remove("nsfw");
            command.path("options").forEach(CommandShapeTest::withoutDefaults);
            reverse(command);
            commands.add(command);
        }
        return commands;
    }

    private static void withoutDefaults(JsonNode option) {
        if (!option.path("required").asBoolean()) {
            ((ObjectNode) option).remove("required");
        }
        if (option.has("min_value")) {
            ((ObjectNode) option).put("min_value", option.path("min_value").asDouble());
        }
        option.path("options").forEach(CommandShapeTest::withoutDefaults);
    }

    private static void reverse(ObjectNode command) {
        JsonNode contexts = command.path("contexts");
        ArrayNode reversed = command.putArray("contexts");
        for (int i = contexts.size() - 1; i >= 0; i--) {
            reversed.add(contexts.get(i).asInt());
        }
    }

    private static ObjectNode command(JsonNode commands, String name) {
        for (JsonNode command : commands) {
            if (command.path("name").asText().equals(name)) {
                return (ObjectNode) command;
            }
        }
        throw new AssertionError(name);
    }

    @Test
    void same_asDiscordTellsThemAgain_yes() {
        assertThat(CommandShape.same(registered(), WANTED)).isTrue();
    }

    @Test
    void same_anythingThatPeopleNotice_no() {
        ArrayNode description = registered();
        command(description, "parley").put("description", "Other words.");
        ArrayNode permissions = registered();
        command(permissions, "persona").putNull("default_member_permissions");
        ArrayNode contexts = registered();
        command(contexts, "ask").putArray("contexts").add(0);
        ArrayNode optional = registered();
        ((ObjectNode) command(optional, "ask").path("options").get(0)).remove("required");
        ArrayNode length = registered();
        ((ObjectNode) command(length, "ask").path("options").get(0)).put("max_length", 100);
        ArrayNode options = registered();
        ((ArrayNode) command(options, "persona").path("options")).remove(0);
        ArrayNode fewer = registered();
        fewer.remove(0);
        ArrayNode more = registered();
        more.addObject().put("name", "ping").put("type", 1).put("description", "Pong.");

        for (ArrayNode other :
                new ArrayNode[] {
                    description, permissions, contexts, optional, length, options, fewer, more
                }) {
            assertThat(CommandShape.same(other, WANTED)).isFalse();
        }
    }
}
