package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.discord.PrivateReply.TextFile;

final class GivenBackTest {
    @Test
    void under_shortValues_areShownAsCode() {
        PrivateReply reply =
                GivenBack.under(
                        "Not taken.",
                        Map.of("text", "Be *brief*.\n", "reason", "why", "name", " "));

        assertThat(reply.sheets()).hasSize(1);
        assertThat(reply.first().words())
                .isEqualTo(
                        "Not taken.\n\nYour reason:\n```\nwhy\n```\n\nYour text:\n```\nBe *brief*.\n```");
        assertThat(reply.first().files()).isEmpty();
    }

    @Test
    void under_longValues_areFiles() {
        String text = "word ".repeat(100);

        PrivateReply reply = GivenBack.under("Not taken.", Map.of("text", text));

        assertThat(reply.first().words()).isEqualTo("Not taken.");
        assertThat(reply.first().files()).containsExactly(new TextFile("your-text.md", text));
    }

    @Test
    void under_valueThatEndsCode_isAFile() {
        assertThat(GivenBack.under("No.", Map.of("text", "```\nx\n```")).first().files())
                .hasSize(1);
    }

    @Test
    void under_manyFaults_bearsTheFilesOnTheLastMessage() {
        PrivateReply reply =
                GivenBack.under("fault ".repeat(600), Map.of("text", "word ".repeat(100)));

        assertThat(reply.sheets()).hasSizeGreaterThan(1);
        assertThat(reply.first().files()).isEmpty();
        assertThat(reply.rest().getLast().files()).hasSize(1);
    }
}
