package parley.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LookTest {
    private static Outgoing message(
            int part, String text, String note, String footer, List<Button> buttons, boolean done) {
        return new Outgoing(
                new Reference("T-1"),
                new UserId("ann"),
                part,
                text,
                0,
                Optional.of(note).filter(it -> !it.isEmpty()),
                Optional.of(footer).filter(it -> !it.isEmpty()),
                buttons,
                done);
    }

    @Test
    void look_messagesThatLookDifferent_differ() {
        List<Button> none = List.of();
        Stream<Outgoing> messages =
                Stream.of(
                        message(0, "ab", "", "", none, true),
                        message(0, "a", "b", "", none, true),
                        message(0, "a", "", "b", none, true),
                        message(0, "a", "b0:", "", none, true),
                        message(0, "ab", "", "", List.of(Button.STOP), true),
                        message(0, "ab", "", "", List.of(Button.RETRY), true),
                        message(0, "ab", "", "", none, false));

        assertThat(messages.map(Outgoing::look).toList()).doesNotHaveDuplicates();
    }

    @Test
    void look_messagesThatLookAlike_isTheSame() {
        Outgoing message = message(0, "a", "b", "c", List.of(Button.LIKE), true);

        assertThat(message(1, "a", "b", "c", List.of(Button.LIKE), true).look())
                .isEqualTo(message.look())
                .matches("[0-9a-f]{64}");
    }
}
