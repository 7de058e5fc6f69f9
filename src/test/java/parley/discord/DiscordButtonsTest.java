package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chat.Button;
import parley.chat.Reference;

final class DiscordButtonsTest {
    private static final Reference TURN = new Reference("T-AAAA1111");

    @ParameterizedTest
    @EnumSource
    void customId_readBack_isTheSameButton(Button button) {
        String id = DiscordButtons.customId(button, TURN);

        assertThat(id).hasSizeLessThanOrEqualTo(100);
        assertThat(DiscordButtons.pressed(id)).contains(new DiscordButtons.Pressed(button, TURN));
    }

    @Test
    void customId_isWhatPressesAreKnownBy() {
        assertThat(DiscordButtons.customId(Button.CODE_FILE, TURN))
                .isEqualTo("parley.code_file:T-AAAA1111");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "parley.",
                "parley.:T-1",
                "parley.stop",
                "parley.stop:",
                "parley.stop:a/b",
                "parley.stop:a b",
                "parley.STOP:T-1",
                "parley.explode:T-1",
                "stop:T-1",
                ":parley.stop",
            })
    void customId_ofAnotherForm_isNoButton(String id) {
        assertThat(DiscordButtons.pressed(id)).isEqualTo(Optional.empty());
    }

    @Test
    void rows_holdFiveAtMost() {
        var rows = DiscordButtons.rows(Arrays.asList(Button.values()), TURN);

        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().getButtons()).hasSize(5);
        assertThat(DiscordButtons.rows(List.of(), TURN)).isEmpty();
    }
}
