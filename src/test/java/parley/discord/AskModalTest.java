package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.dv8tion.jda.api.modals.Modal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AskModalTest {
    private static final AskModal WINDOW = new AskModal(Long.MAX_VALUE, 1_234_567_890_123L);

    private static AskedMessage about(String words) {
        return new AskedMessage(1_234_567_890_123L, "Ada", words, List.of());
    }

    @Test
    void view_aboutAMessage_quotesItAndAsks() {
        Modal view = WINDOW.view("Deploy broke\nsee log");

        assertThat(view.getId()).hasSizeLessThanOrEqualTo(100);
        assertThat(AskModal.parse(view.getId())).hasValue(WINDOW);
        assertThat(view.toData().toString())
                .contains(
                        "> Deploy broke\\n> see log",
                        "Explain this message.",
                        "\"required\":false");
    }

    @Test
    void view_messageWithoutWords_asksOnly() {
        assertThat(WINDOW.view(" ").getComponents()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "parley.ask",
                "parley.ask:1",
                "parley.ask:1:x",
                "parley.ask:1:2:3",
                "other.ask:1:2",
                "parley.ask:99999999999999999999:1"
            })
    void parse_whatIsNotOurs_isNothing(String id) {
        assertThat(AskModal.parse(id)).isEmpty();
    }

    @Test
    void question_nothingTyped_asksToExplain() {
        assertThat(AskModal.question(" \n")).isEqualTo("Explain this message.");
        assertThat(AskModal.question(" Why? ")).isEqualTo("Why?");
    }

    @Test
    void quotedUnder_words_standUnderTheQuestion() {
        assertThat(about("one\ntwo").quotedUnder("Why?"))
                .isEqualTo("Why?\n\nI mean this message of Ada:\n> one\n> two");
        assertThat(about("").quotedUnder("Why?")).isEqualTo("Why?");
    }
}
