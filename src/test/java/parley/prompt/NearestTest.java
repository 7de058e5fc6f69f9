package parley.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestTest {
    private static final List<String> KNOWN = List.of("default", "editor", "engineer", "incident");

    @ParameterizedTest
    @CsvSource({
        "enginer,engineer",
        "engineeer,engineer",
        "enigneer,engineer",
        "Editor,editor",
        "incidents,incident"
    })
    void of_slipOfTheKeyboard_findsWhatWasMeant(String typed, String meant) {
        assertThat(Nearest.of(typed, KNOWN)).contains(meant);
    }

    @Test
    void of_anotherWord_findsNothing() {
        assertThat(Nearest.of("release-notes", KNOWN)).isEmpty();
        assertThat(Nearest.of("e".repeat(10_000), KNOWN)).isEmpty();
    }

    @Test
    void hint_nothingNear_isEmpty() {
        assertThat(Nearest.hint("x", KNOWN)).isEmpty();
        assertThat(Nearest.hint("editr", KNOWN)).isEqualTo(" Did you mean 'editor'?");
    }
}
