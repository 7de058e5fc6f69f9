package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TypedCommandTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "parley, help, -, -, /help",
                "parley, status, -, -, /status",
                "persona, list, -, -, /persona list",
                "persona, show, -, -, /persona show",
                "persona, show, engineer, -, /persona show engineer",
                "persona, set, engineer, -, /persona set engineer",
                "persona, set, engineer, thread, /persona set engineer for thread",
                "persona, set, engineer for workspace, -, /persona set engineer-for-workspace",
                "persona, set, ' the engineer ', channel, /persona set the-engineer for channel",
                "persona, set, ' ', -, /persona set",
                "persona, reset, -, -, /persona reset",
                "persona, reset, -, workspace, /persona reset for workspace"
            })
    void words_knownCommand_areTheCoresOwn(
            String name, String subcommand, String persona, String place, String words) {
        Map<String, String> options = new HashMap<>();
        options.put("name", persona);
        options.put("for", place);

        assertThat(
                        TypedCommand.words(
                                name, subcommand, key -> Optional.ofNullable(options.get(key))))
                .hasValue(words);
    }

    @ParameterizedTest
    @CsvSource({"persona, ''", "persona, frobnicate", "parley, ''", "ping, ''", "help, ''"})
    void words_commandOfBefore_areNone(String name, String subcommand) {
        assertThat(TypedCommand.words(name, subcommand, _ -> Optional.empty())).isEmpty();
    }
}
