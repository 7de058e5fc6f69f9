package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import parley.testing.Json;

/**
 * What somebody fills in after a slash, checked as Discord's client does against what the bot
 * registered. Pure.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-type">Option
 *     types</a>
 */
final class CommandOptions {
    private static final int SUBCOMMAND = 1;
    private static final int GROUP = 2;
    private static final int STRING = 3;
    private static final int INTEGER = 4;
    private static final int BOOLEAN = 5;
    private static final int NUMBER = 10;

    private CommandOptions() {}

    /** The options of a command, below the subcommand if there is one. */
    static ArrayNode of(JsonNode command, String subcommand, Map<String, String> values) {
        JsonNode whole = level(command, subcommand);
        for (JsonNode option : whole.path("options")) {
            boolean missing = !values.containsKey(option.path("name").asText());
            if (option.path("required").asBoolean() && missing) {
                throw new AssertionError("the option is required: " + option.path("name"));
            }
        }
        ArrayNode filled = Json.array();
        values.forEach((name, value) -> filled.add(filled(option(whole, name), value)));
        return wrapped(command, subcommand, filled);
    }

    /** One that somebody is still typing, after those that they have filled in. */
    static ArrayNode typed(
            JsonNode command,
            String subcommand,
            Map<String, String> before,
            String name,
            String value) {
        JsonNode whole = level(command, subcommand);
        JsonNode option = option(whole, name);
        if (!option.path("autocomplete").asBoolean()) {
            throw new AssertionError("nothing is proposed for the option " + name);
        }
        ObjectNode one =
                Json.object(
                        "name", name, "type", option.path("type"), "value", value, "focused", true);
        ArrayNode filled = Json.array();
        before.forEach((key, given) -> filled.add(filled(option(whole, key), given)));
        return wrapped(command, subcommand, filled.add(one));
    }

    private static JsonNode level(JsonNode command, String subcommand) {
        boolean divided =
                StreamSupport.stream(command.path("options").spliterator(), false)
                        .anyMatch(option -> option.path("type").asInt() <= GROUP);
        if (divided == subcommand.isEmpty()) {
            throw new AssertionError(
                    "/" + command.path("name").asText() + " has subcommands: " + divided);
        }
        return subcommand.isEmpty() ? command : option(command, subcommand);
    }

    private static JsonNode option(JsonNode whole, String name) {
        return named(whole, name).orElseThrow(() -> new AssertionError("no such option: " + name));
    }

    private static Optional<JsonNode> named(JsonNode whole, String name) {
        return StreamSupport.stream(whole.path("options").spliterator(), false)
                .filter(option -> option.path("name").asText().equals(name))
                .findFirst();
    }

    private static ArrayNode wrapped(JsonNode command, String subcommand, ArrayNode filled) {
        return subcommand.isEmpty()
                ? filled
                : Json.array(
                        Json.object(
                                "name",
                                option(command, subcommand).path("name"),
                                "type",
                                SUBCOMMAND,
                                "options",
                                filled));
    }

    private static ObjectNode filled(JsonNode option, String value) {
        JsonNode choices = option.path("choices");
        boolean chosen =
                choices.isEmpty()
                        || StreamSupport.stream(choices.spliterator(), false)
                                .anyMatch(one -> one.path("value").asText().equals(value));
        int most = option.path("max_length").asInt(6_000);
        if (!chosen
                || value.length() > most
                || value.length() < option.path("min_length").asInt()) {
            throw new AssertionError("cannot be filled in: " + option + " with " + value);
        }
        return Json.object(
                "name",
                option.path("name"),
                "type",
                option.path("type"),
                "value",
                value(option, value));
    }

    private static Object value(JsonNode option, String value) {
        return switch (option.path("type").asInt()) {
            case STRING, ResolvedOptions.USER, ResolvedOptions.CHANNEL, ResolvedOptions.ROLE ->
                    value;
            case INTEGER -> Long.parseLong(value);
            case NUMBER -> Double.parseDouble(value);
            case BOOLEAN -> Boolean.parseBoolean(value);
            default -> throw new AssertionError("the fake does not fill in " + option);
        };
    }
}
