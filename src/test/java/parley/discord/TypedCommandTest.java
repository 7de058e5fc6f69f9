package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                "persona, reset, -, workspace, /persona reset for workspace",
                "persona, reset, engineer, -, /persona reset engineer",
                "persona, edit, engineer, -, /persona edit engineer",
                "persona, new, Release Notes, -, /persona new Release-Notes",
                "persona, history, engineer, -, /persona history engineer"
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

    /** What was filled in, such as {@code name=engineer|time=2h}. */
    @ParameterizedTest
    @CsvSource({
        "persona, set, name=engineer|time=2h, /persona set engineer for 2h",
        "persona, set, name=engineer|for=thread|time=for 2 h,"
                + " /persona set engineer for thread for 2h",
        "persona, set, name=engineer|time= , /persona set engineer",
        "persona, diff, name=engineer, /persona diff engineer",
        "persona, diff, name=engineer|from=3, /persona diff engineer 3",
        "persona, diff, name=engineer|to=5|from=3, /persona diff engineer 3 5",
        "persona, rollback, name=engineer|version=3, /persona rollback engineer 3",
        "persona, try, name=engineer|question=Why  for thread?,"
                + " /persona try engineer Why  for thread?",
        "parley, channel, '', /channel",
        "parley, channel, for=workspace, /channel for workspace",
        "parley, channel, rule=person|value=5, /channel person 5",
        "parley, channel, rule=who|value=<@&12>|for=workspace, /channel who <@&12> for workspace",
        "parley, channel, rule=who|value= the   team, /channel who the team",
        "parley, channel, value=off, /channel off",
        "parley, why, '', /why",
        "parley, about, '', /about",
        "parley, about, reference=T-7KQ2M9XA, /about T-7KQ2M9XA",
        "parley, audit, '', /audit",
        "parley, audit, count=20, /audit 20",
        "parley, forget, what=me, /forget me",
        "parley, forget, what=thread, /forget thread"
    })
    void words_optionsOfACommand_standInTheCoresOrder(
            String name, String subcommand, String filled, String words) {
        Map<String, String> options =
                Stream.of(filled.split("\\|"))
                        .filter(one -> !one.isEmpty())
                        .map(one -> one.split("=", 2))
                        .collect(Collectors.toMap(one -> one[0], one -> one[1]));

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
