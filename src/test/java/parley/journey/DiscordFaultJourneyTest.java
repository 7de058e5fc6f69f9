package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import parley.testing.FakeReply;
import parley.testing.Gate;
import parley.testing.discord.Fault;

/** What goes wrong between Discord and the program: one answer each, nothing lost. */
final class DiscordFaultJourneyTest extends DiscordJourney {
    private static final String MESSAGES = "channels/{c}/messages";
    private static final String MESSAGE = "channels/{c}/messages/{m}";

    /** An answer that is half there, and goes on when the gate opens. */
    private long half(Gate gate) {
        claude.enqueue(
                FakeReply.message().text("Half ").gate(gate).text("and half.").stop("end_turn"));
        long question = ask("go");
        awaitText(question, "Half");
        return question;
    }

    private void goesOn(long question, long second, Gate gate) {
        gate.open();
        assertThat(text(answer(question, 1))).isEqualTo("Half and half.");
        assertThat(answer(second, 1)).hasSize(1);
        assertThat(answers(question)).hasSize(1);
        assertThat(claude.requests()).hasSize(2);
    }

    @Test
    void reconnectAskedForInMidAnswer_losesNothing() {
        Gate gate = new Gate();
        long question = half(gate);
        discord.gateway().reconnect();
        long second = discord.says(BOB, GENERAL, discord.mention() + " while you come back");

        goesOn(question, second, gate);
        assertThat(discord.gateway().resumes()).isNotEmpty();
    }

    @Test
    void invalidSessionThatCanBeResumed_losesNothing() {
        Gate gate = new Gate();
        long question = half(gate);
        discord.gateway().invalidate(true);
        long second = discord.says(BOB, GENERAL, discord.mention() + " while you come back");

        goesOn(question, second, gate);
    }

    @Test
    void invalidSessionThatIsLost_findsWhatWasMissed() {
        Gate gate = new Gate();
        long question = half(gate);
        discord.gateway().invalidate(false);
        long second = discord.says(BOB, GENERAL, discord.mention() + " while you were deaf");

        goesOn(question, second, gate);
        discord.gateway().awaitSessions(2);
        long direct = discord.dmOf(ADA);
        discord.says(ADA, direct, "heard?");
        assertThat(answer(direct, 1)).hasSize(1);
    }

    @Test
    void connectionThatBreaks_losesNothing() {
        Gate gate = new Gate();
        long question = half(gate);
        discord.gateway().drop();
        long second = discord.says(BOB, GENERAL, discord.mention() + " while you come back");

        goesOn(question, second, gate);
    }

    @Test
    void outageInMidAnswer_whichLosesTheSession_isOutlived_andHealthTells() {
        Gate gate = new Gate();
        long question = half(gate);
        discord.gateway().refuse();
        discord.gateway().forget();
        long second = discord.says(BOB, GENERAL, discord.mention() + " while you were away");
        discord.await("red health", () -> !parley().ready());
        discord.gateway().heal();

        goesOn(question, second, gate);
        discord.await("green health", () -> parley().ready());
    }

    @Test
    void betweenAnswers_whatIsSaidInADirectMessageMeanwhile_isFoundToo() {
        long direct = discord.dmOf(ADA);
        discord.says(ADA, direct, "one");
        answer(direct, 1);
        discord.gateway().refuse();
        discord.gateway().forget();
        discord.says(ADA, direct, "two");
        discord.gateway().heal();

        assertThat(answer(direct, 2)).hasSize(2);
        assertThat(claude.requests()).hasSize(2);
    }

    @Test
    void questionWhileTheProgramIsDown_isAnsweredOnceAtItsNextStart() {
        long known = askAndWait("before");
        stop(Duration.ZERO);
        long missed = discord.says(BOB, GENERAL, discord.mention() + " anybody there?");
        discord.says(ADA, known, "and here?");
        start();
        answer(missed, 1);
        answer(known, 2);
        restart(Duration.ZERO);
        askAndWait("and now?");

        assertThat(answers(missed)).hasSize(1);
        assertThat(answers(known)).hasSize(2);
        assertThat(claude.requests()).hasSize(4);
    }

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

    @Test
    void tokenThatIsNoLongerValid_stopsDiscordWithAWord() {
        discord.gateway().close(4004);

        discord.await("red health", () -> !parley().ready());
    }
}
