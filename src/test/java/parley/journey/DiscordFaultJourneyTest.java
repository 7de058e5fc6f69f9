package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.testing.FakeReply;
import parley.testing.discord.Fault;
import parley.testing.discord.Interaction;

/** What goes wrong between Discord and the program: one answer each, nothing lost. */
final class DiscordFaultJourneyTest extends DiscordJourney {
    private static final String MESSAGES = "channels/{c}/messages";
    private static final String MESSAGE = "channels/{c}/messages/{m}";

    @Test
    void restartInMidAnswer_goesOnInTheSameMessage() {
        claude.enqueue(FakeReply.message().text("Half ").stall());
        claude.enqueue(FakeReply.answer("The whole answer."));
        long question = ask("go");
        awaitText(question, "Half");
        restart(Duration.ZERO);

        assertThat(text(answer(question, 1))).isEqualTo("The whole answer.");
        assertThat(answers(question)).hasSize(1);
    }

    @Test
    void lostAnswersOfDiscord_doubleNothing() {
        discord.faults()
                .next("POST", MESSAGES, new Fault.EffectThenReset())
                .next("PATCH", MESSAGE, new Fault.EffectThenReset());
        claude.enqueue(FakeReply.answer("Exactly ", "once."));
        long question = ask("say it");

        assertThat(text(answer(question, 1))).isEqualTo("Exactly once.");
        assertThat(answers(question)).hasSize(1);
    }

    @Test
    void silenceOfDiscord_afterItHasTakenAMessage_doublesNothing() {
        discord.faults().next("POST", MESSAGES, new Fault.EffectThenHang());
        claude.enqueue(FakeReply.answer("Heard ", "at last."));
        long question = ask("are you there?");

        assertThat(text(answer(question, 1))).isEqualTo("Heard at last.");
        assertThat(answers(question)).hasSize(1);
    }

    /** Nothing can look a private message up, so that it must not be written twice. */
    @Test
    void lostAnswerToAFurtherPrivateMessage_doublesNothing() {
        String further = "webhooks/{a}/{t}";
        discord.await("commands", () -> discord.commands().size() == 4);
        discord.faults().next("POST", further, new Fault.EffectThenReset());
        Interaction help = discord.command(BOB, GENERAL, "parley", "help", Map.of());
        discord.await("all of it", () -> help.privateTexts().size() > 1);
        answer(ask("and now?"), 1);

        assertThat(help.privateTexts()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void troubleOfDiscord_isOutlived() {
        discord.faults()
                .next("POST", MESSAGES, new Fault.Status(500))
                .next("POST", MESSAGES, new Fault.Status(502))
                .next("PATCH", MESSAGE, new Fault.Malformed());
        long question = ask("are you well?");

        assertThat(text(answer(question, 1))).isEqualTo("This is answer 1.");
        assertThat(answers(question)).hasSize(1);
    }

    @Test
    void rateLimitsOfEveryForm_areHonouredAndTheFinalTextArrives() {
        discord.faults()
                .next("POST", MESSAGES, new Fault.RateLimited(0.3))
                .next(
                        "POST",
                        MESSAGES,
                        new Fault.RateLimited(0.2, Fault.Scope.USER, Fault.Form.NO_HEADERS))
                .next(
                        "POST",
                        MESSAGES,
                        new Fault.RateLimited(0.2, Fault.Scope.GLOBAL, Fault.Form.FRACTION));
        long question = ask("patience");

        assertThat(text(answer(question, 1))).isEqualTo("This is answer 1.");
        assertThat(discord.calls("POST", MESSAGES)).hasSizeLessThan(8);
    }
}
