package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chat.Choice;

final class DiscordChoicesTest {
    private static List<Button> buttons(Choice... choices) {
        return DiscordChoices.rows(List.of(choices)).stream()
                .flatMap(row -> row.getButtons().stream())
                .toList();
    }

    @Test
    void rows_ofChoices_areButtonsThatBearTheActions() {
        List<Button> buttons =
                buttons(
                        new Choice("Approve", "approve:17", Choice.Style.PRIMARY),
                        new Choice("Refuse", "refuse:17", Choice.Style.DANGER),
                        new Choice("Show it", "x".repeat(80), Choice.Style.PLAIN));

        assertThat(buttons)
                .extracting(Button::getLabel)
                .containsExactly("Approve", "Refuse", "Show it");
        assertThat(buttons)
                .extracting(Button::getStyle)
                .containsExactly(ButtonStyle.PRIMARY, ButtonStyle.DANGER, ButtonStyle.SECONDARY);
        assertThat(buttons)
                .extracting(button -> DiscordChoices.action(String.valueOf(button.getCustomId())))
                .extracting(action -> action.orElseThrow())
                .containsExactly("approve:17", "refuse:17", "x".repeat(80));
        assertThat(DiscordChoices.rows(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "choice:", "parley.stop:T-1", "approve:17", "choice:é"})
    void action_ofOtherButtons_isNone(String id) {
        assertThat(DiscordChoices.action(id)).isEmpty();
    }

    @Test
    void action_longerThanOursAre_isNone() {
        assertThat(DiscordChoices.action("choice:" + "x".repeat(81))).isEmpty();
    }
}
