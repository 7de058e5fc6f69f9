package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.testing.FakeReply;
import parley.testing.Gate;
import parley.testing.slack.Shown;

/** How answers look in Slack: long ones, slow ones, and those that would wake people. */
final class SlackAnswerJourneyTest extends SlackJourney {
    private static String longAnswer() {
        StringBuilder text = new StringBuilder();
        for (int section = 1; text.length() < 40_000; section++) {
            text.append("## Part ").append(section).append("\n\n");
            text.append("Words about **it**, and `code` in line. ".repeat(12)).append("\n\n");
            text.append("| name | value |\n|---|---|\n");
            for (int row = 0; row < 12; row++) {
                text.append("| row ")
                        .append(row)
                        .append(" | ")
                        .append(row * section)
                        .append(" |\n");
            }
            text.append("\n```java\n");
            for (int line = 0; line < 40; line++) {
                text.append("int value").append(line).append(" = ").append(section).append(";\n");
            }
            text.append("```\n\n");
        }
        return text.toString().strip();
    }

    @Test
    void fortyThousandCharactersWithCodeAndTables_arriveWholeInValidMessages() {
        String whole = longAnswer();
        claude.enqueue(FakeReply.answer(whole.split("(?<=\\n)")));
        String root = askAndWait("everything, please");
        List<Shown> messages = slack.answers(GENERAL, root);

        assertThat(messages).hasSizeBetween(5, 12);
        assertThat(messages)
                .allSatisfy(message -> {
                    assertThat(message.text().length()).isLessThanOrEqualTo(12_000);
                    assertThat(message.text().split("```", -1).length % 2).isEqualTo(1);
                    assertThat(message.streaming()).isFalse();
                });
        assertThat(unfenced(text(messages))).isEqualTo(unfenced(whole));
    }

    /** Without fences and line breaks: what cutting a fence in two adds does not count. */
    private static String unfenced(String text) {
        return text.replaceAll("```(java)?", "").replaceAll("\\s+", "");
    }

    @Test
    void streamEndedBySlack_goesOnInTheSameMessage() {
        slack.streams().endAfter(Duration.ofMillis(1));
        Gate gate = new Gate();
        claude.enqueue(
                FakeReply.message().text("Begun. ").gate(gate).text("Ended.").stop("end_turn"));
        String root = slack.says(ADA, GENERAL, slack.mention() + " slowly");
        slack.await("begun", () -> text(slack.answers(GENERAL, root)).startsWith("Begun."));
        gate.open();

        assertThat(text(answer(GENERAL, root, 1))).isEqualTo("Begun. Ended.");
        assertThat(slack.answers(GENERAL, root)).hasSize(1).noneMatch(Shown::broken);
    }

    @Test
    void mentionsInModelText_wakeNobody_alsoCutInTwo() {
        String text =
                "<!channel> <!here|x> <!everyone> <!subteam^S012345|@team> <@U0ADA00001> @channel"
                        + " @here @everyone <#C0GENERAL1|general>";
        claude.enqueue(FakeReply.answer(text.split("(?<=\\G..)")));
        String root = askAndWait("wake them all");

        assertThat(text(slack.answers(GENERAL, root))).isEqualTo(text);
        assertThat(slack.notified()).isEmpty();
    }

    @Test
    void status_isThereAtOnceAndGoesWithTheAnswer() {
        Gate gate = new Gate();
        claude.enqueue(FakeReply.message().gate(gate).text("Done.").stop("end_turn"));
        String root = slack.says(ADA, GENERAL, slack.mention() + " think");
        slack.await("a status", () -> !slack.surfaces().status(GENERAL, root).isEmpty());
        gate.open();
        answer(GENERAL, root, 1);
        slack.await("no status", () -> slack.surfaces().status(GENERAL, root).isEmpty());
    }

    @Test
    void footerAndButtons_standUnderTheAnswer() {
        String root = askAndWait("hello");
        Shown shown = slack.answers(GENERAL, root).getLast();

        assertThat(shown.context()).anyMatch(line -> line.contains("claude-sonnet"));
        assertThat(shown.buttons())
                .extracting("actionId")
                .contains("parley.retry", "parley.feedback");
    }
}
