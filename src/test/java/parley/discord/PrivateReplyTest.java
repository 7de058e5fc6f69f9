package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.chat.Choice;
import parley.chat.CommandReply;
import parley.discord.PrivateReply.Sheet;
import parley.discord.PrivateReply.TextFile;

final class PrivateReplyTest {
    private static final Choice UNDO = new Choice("Undo", "undo:1", Choice.Style.PLAIN);

    @Test
    void of_fewWords_areOneMessageWithTheButtons() {
        PrivateReply reply = PrivateReply.of(new CommandReply.Told("Done.", List.of(UNDO)));

        assertThat(reply.rest()).isEmpty();
        assertThat(reply.first().words()).isEqualTo("Done.");
        assertThat(reply.first().rows()).hasSize(1);
    }

    @Test
    void of_manyWords_bearTheButtonsOnTheLastMessage() {
        PrivateReply reply =
                PrivateReply.of(
                        "word ".repeat(1_000), List.of(UNDO), List.of(new TextFile("a.md", "a")));

        assertThat(reply.sheets()).hasSize(3);
        assertThat(reply.sheets().subList(0, 2))
                .allSatisfy(sheet -> assertThat(sheet.rows()).isEmpty());
        assertThat(reply.sheets().getLast().rows()).hasSize(1);
        assertThat(reply.sheets().getLast().files()).hasSize(1);
    }

    @Test
    void of_moreThanAnybodyReads_isAFile() {
        String text = "word ".repeat(5_000);

        PrivateReply reply = PrivateReply.of(text);

        assertThat(reply.sheets())
                .extracting(Sheet::words)
                .last()
                .isEqualTo("The whole of it is in this file.");
        assertThat(reply.rest()).hasSize(1);
        assertThat(reply.rest().getFirst().files())
                .containsExactly(new TextFile("answer.md", text));
    }

    @Test
    void of_nothing_saysDone() {
        assertThat(PrivateReply.of("").first().words()).isEqualTo("Done.");
    }
}
