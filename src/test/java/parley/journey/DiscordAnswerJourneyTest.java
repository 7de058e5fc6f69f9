package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.testing.FakeReply;
import parley.testing.Gate;
import parley.testing.discord.Permission;
import parley.testing.discord.ShownMessage;

/** How answers look in Discord: long ones, slow ones, and those that would wake people. */
final class DiscordAnswerJourneyTest extends DiscordJourney {
    private static final int LONGEST = 2_000;

    /** Some 6,000 characters around a code block of 3,000. */
    private static String longAnswer() {
        StringBuilder text = new StringBuilder();
        text.append("Words about **it**, and `code` in line. ".repeat(40).strip()).append("\n\n");
        text.append("```java\n");
        for (int line = 0; line < 120; line++) {
            text.append("int value").append(line).append(" = ").append(line).append(";\n");
        }
        text.append("```\n\n");
        text.append("- a list\n  - below it\n\n");
        text.append("And the end of it, in many words. ".repeat(60).strip());
        return text.toString();
    }

    @Test
    void sixThousandCharactersAroundCode_areValidMessagesThatJoinToTheModelsText() {
        String whole = longAnswer();
        claude.enqueue(FakeReply.answer(whole.split("(?<=\\n)")));
        long question = askAndWait("everything, please");
        List<ShownMessage> messages = answers(question);

        assertThat(whole.length()).isBetween(5_500, 7_500);
        assertThat(messages).hasSizeBetween(4, 6);
        assertThat(messages)
                .allSatisfy(message -> {
                    assertThat(message.content().length()).isLessThanOrEqualTo(LONGEST);
                    assertThat(message.content().split("```", -1).length % 2).isEqualTo(1);
                });
        assertThat(Joined.of(messages)).isEqualTo(Joined.plain(whole));
    }

    @Test
    void answerOfManyMessages_endsWithItsWholeTextAsAFile() {
        String whole = ("Words of a long answer. ".repeat(60).strip() + "\n\n").repeat(10).strip();
        claude.enqueue(FakeReply.answer(whole));
        long question = askAndWait("at length");
        discord.await(
                "the file",
                () -> answers(question).stream().anyMatch(one -> !one.files().isEmpty()));

        ShownMessage last = answers(question).getLast();
        assertThat(answers(question)).hasSizeGreaterThan(8);
        assertThat(last.files()).hasSize(1);
        assertThat(
                        new String(
                                last.files().getFirst().bytes(),
                                java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(whole);
    }

    @Test
    void mentionsInModelText_wakeNobody_neitherAtFirstNorWhenItGrows() {
        String text = "@everyone @here <@11> <@!12> <@&100> @Ada <#101> and so on";
        Gate gate = new Gate();
        claude.enqueue(
                FakeReply.message()
                        .text(text)
                        .gate(gate)
                        .text(" @everyone again <@13>")
                        .stop("end_turn"));
        discord.botRole(
                GUILD,
                Permission.VIEW_CHANNEL,
                Permission.SEND_MESSAGES,
                Permission.SEND_MESSAGES_IN_THREADS,
                Permission.CREATE_PUBLIC_THREADS,
                Permission.READ_MESSAGE_HISTORY,
                Permission.MENTION_EVERYONE);
        long question = ask("wake them all");
        awaitText(question, "@everyone @here");
        gate.open();

        assertThat(text(answer(question, 1))).isEqualTo(text + " @everyone again <@13>");
        assertThat(answers(question).getFirst().edits()).isPositive();
        assertThat(discord.notified()).isEmpty();
    }

    @Test
    void typing_isThereAtOnceAndGoesWithTheAnswer() {
        Gate gate = new Gate();
        claude.enqueue(FakeReply.message().gate(gate).text("Done.").stop("end_turn"));
        long question = ask("think");
        discord.await(
                "typing", () -> discord.thread(question).isPresent() && discord.typing(question));
        gate.open();

        assertThat(text(answer(question, 1))).isEqualTo("Done.");
    }

    @Test
    void longThinking_isShownWithAStop_inTheMessageThatBecomesTheAnswer() {
        Gate gate = new Gate();
        claude.enqueue(FakeReply.message().gate(gate).text("Deep thought.").stop("end_turn"));
        long question = ask("think hard");
        discord.await(
                "a status",
                () ->
                        answers(question).stream()
                                .flatMap(one -> one.buttons().stream())
                                .anyMatch(button -> button.customId().startsWith("parley.stop:")));
        gate.open();

        assertThat(text(answer(question, 1))).isEqualTo("Deep thought.");
        assertThat(answers(question)).hasSize(1);
    }

    @Test
    void footerAndButtons_standUnderTheAnswer() {
        long question = askAndWait("hello");
        ShownMessage shown = answers(question).getLast();

        assertThat(shown.notes()).anyMatch(line -> line.contains("claude-sonnet"));
        assertThat(shown.buttons())
                .extracting(button -> button.customId().replaceAll(":.*", ""))
                .containsExactly("parley.retry", "parley.like", "parley.dislike");
        assertThat(shown.suppressesEmbeds()).isTrue();
    }

    @Test
    void answersThatComeFast_stayWithinTheChannelsBudget() {
        claude.answer(
                _ -> FakeReply.message().pace(Duration.ofMillis(5)).text(words()).stop("end_turn"));
        long question = ask("fast");
        List<ShownMessage> shown = answer(question, 1);

        assertThat(text(shown)).isEqualTo(String.join("", words()));
        assertThat(discord.rateLimited()).isEmpty();
    }

    private static String[] words() {
        return "Many small words come one by one. ".repeat(20).strip().split("(?<= )");
    }
}
