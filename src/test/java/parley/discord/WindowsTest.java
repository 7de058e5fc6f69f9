package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.chat.CommandReply;
import parley.chat.Form;

final class WindowsTest {
    private static final CommandReply.Asks ASKS =
            new CommandReply.Asks(new Form("f", "Edit engineer", "Save", List.of()));

    @ParameterizedTest
    @CsvSource({
        "/persona edit engineer, true",
        "/persona new notes, true",
        "persona edit engineer, true",
        "/parley persona edit engineer, true",
        "/persona edit, true",
        "/persona edited, false",
        "/persona try engineer edit, false",
        "/persona set new, false",
        "/help, false",
    })
    void mayFollow_onlyWhatWritesPersonas(String command, boolean may) {
        assertThat(Windows.mayFollow(command)).isEqualTo(may);
        assertThat(Windows.mayFollowAction("run:" + command)).isEqualTo(may);
        assertThat(Windows.mayFollowAction(command)).isFalse();
    }

    @Test
    void offer_shortAction_isAButton() {
        assertThat(Windows.offer(ASKS, Optional.of("run:/persona edit a")).first().rows())
                .hasSize(1);
    }

    @Test
    void offer_actionThatNoButtonBears_isWordsAlone() {
        assertThat(Windows.offer(ASKS, Optional.of("run:/persona edit ä")).first().rows())
                .isEmpty();
        assertThat(Windows.offer(ASKS, Optional.of("x".repeat(81))).first().rows()).isEmpty();
        assertThat(Windows.offer(ASKS, Optional.empty()).first().words()).contains("Edit engineer");
    }
}
