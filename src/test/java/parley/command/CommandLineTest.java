package parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/persona set engineer",
                "  /Persona  SET\tEngineer\n",
                "persona set engineer",
                "/parley persona set engineer",
                "/parley\u00a0persona set engineer"
            })
    void parse_sameWords_giveTheSameLine(String text) {
        assertThat(CommandLine.parse(text).words()).containsExactly("persona", "set", "engineer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/", "/parley", "/parley  ", "/parley.", "Parley!"})
    void parse_noWords_isEmpty(String text) {
        assertThat(CommandLine.parse(text).isEmpty()).isTrue();
    }

    @Test
    void parse_endlessText_isCut() {
        assertThat(CommandLine.parse("x".repeat(1_000_000)).words().getFirst()).hasSize(4_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/persona try engineer ",
                "/parley persona  try\nEngineer ",
                ", persona try engineer ",
                "/Parley /persona try engineer "
            })
    void rest_behindWords_isWhatWasTyped(String command) {
        assertThat(CommandLine.rest(command + "Why  does\n`This` fail.", 3))
                .isEqualTo("Why  does\n`This` fail.");
        assertThat(CommandLine.rest(command, 3)).isEmpty();
        assertThat(CommandLine.rest(command, 9)).isEmpty();
    }

    @Test
    void startsWith_wholeWordsOnly_decide() {
        CommandLine line = CommandLine.parse("/persona set engineer");

        assertThat(line.startsWith(CommandLine.parse("persona set"))).isTrue();
        assertThat(line.startsWith(CommandLine.parse("persona se"))).isFalse();
        assertThat(line.from(2)).isEqualTo(List.of("engineer"));
        assertThat(line.from(9)).isEmpty();
    }
}
