package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Judges the commands that an app registers. Pure.
 *
 * @see <a href="https://discord.com/developers/docs/interactions/application-commands">Application
 *     commands</a>
 */
final class CommandForm {
    private static final int SUBCOMMAND = 1;
    private static final int MOST_OPTIONS = 25;
    private static final int MOST_SLASH = 100;
    private static final int MOST_LETTERS = 8_000;
    private static final String NAME = "[-_'\\p{L}\\p{N}]{1,32}";

    private CommandForm() {}

    static void all(JsonNode commands, FormErrors errors) {
        Set<String> names = new HashSet<>();
        int slash = 0;
        for (int i = 0; i < commands.size(); i++) {
            JsonNode command = commands.get(i);
            one(command, i + ".", errors);
            int type = command.path("type").asInt(1);
            slash += type == 1 ? 1 : 0;
            if (!names.add(type + command.path("name").asText())) {
                errors.add(
                        i + ".name",
                        "APPLICATION_COMMANDS_DUPLICATE_NAME",
                        "Application command names must be unique");
            }
        }
        errors.range("commands", slash, 0, MOST_SLASH);
    }

    /** At a path that is empty or ends with a dot. */
    static void one(JsonNode command, String path, FormErrors errors) {
        boolean slash = command.path("type").asInt(1) == 1;
        if (slash) {
            named(command, path, errors);
        } else {
            errors.text(command, "name", path + "name", 1, 32);
        }
        options(command.path("options"), path + "options.", errors);
        if (letters(command) > MOST_LETTERS) {
            errors.add(
                    path + "options",
                    "APPLICATION_COMMAND_TOO_LARGE",
                    "Command exceeds maximum size (8000)");
        }
    }

    private static void named(JsonNode command, String path, FormErrors errors) {
        String name = command.path("name").asText();
        if (!name.matches(NAME) || !name.equals(name.toLowerCase(Locale.ROOT))) {
            errors.add(
                    path + "name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
        errors.required(command, "description", path + "description");
        errors.text(command, "description", path + "description", 1, 100);
    }

    private static void options(JsonNode options, String path, FormErrors errors) {
        errors.range(path + "length", options.size(), 0, MOST_OPTIONS);
        boolean optional = false;
        for (int i = 0; i < options.size(); i++) {
            JsonNode option = options.get(i);
            named(option, path + i + ".", errors);
            boolean required = option.path("required").asBoolean();
            if (required && optional) {
                errors.add(
                        path + i,
                        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                        "Required options must be placed before non-required options");
            }
            optional |= !required && option.path("type").asInt() > SUBCOMMAND + 1;
            errors.range(path + i + ".choices", option.path("choices").size(), 0, MOST_OPTIONS);
            options(option.path("options"), path + i + ".options.", errors);
        }
    }

    private static int letters(JsonNode command) {
        int letters = command.path("name").asText().length();
        letters += command.path("description").asText().length();
        for (JsonNode option : command.path("options")) {
            letters += letters(option);
        }
        for (JsonNode choice : command.path("choices")) {
            letters += choice.path("name").asText().length();
            letters += choice.path("value").asText().length();
        }
        return letters;
    }
}
