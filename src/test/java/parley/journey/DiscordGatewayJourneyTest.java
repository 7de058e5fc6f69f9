package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.testing.FakeReply;
import parley.testing.Gate;
import parley.testing.discord.Gateway;

/** What befalls the connection to Discord: one answer each, nothing lost. */
final class DiscordGatewayJourneyTest extends DiscordJourney {
    /** A way in which the connection ends; in some the session ends with it. */
    enum Trouble {
        RECONNECT_ASKED_FOR(Gateway::reconnect),
        INVALID_BUT_RESUMABLE(gateway -> gateway.invalidate(true)),
        INVALID_FOR_GOOD(gateway -> gateway.invalidate(false)),
        ABRUPT_CLOSE(Gateway::drop),
        OUTAGE(gateway -> {
            gateway.refuse();
            gateway.forget();
        });

        private final Consumer<Gateway> work;

        Trouble(Consumer<Gateway> work) {
            this.work = work;
        }

        void befalls(Gateway gateway) {
            work.accept(gateway);
        }
    }

    /** Somebody asks while nobody hears, and then the trouble is over. */
    private long askedMeanwhile() {
        long question = discord.says(BOB, GENERAL, discord.mention() + " while you were away");
        discord.gateway().heal();
        return question;
    }

    @ParameterizedTest
    @EnumSource
    void troubleInMidAnswer_losesNothing(Trouble trouble) {
        Gate gate = new Gate();
        claude.enqueue(
                FakeReply.message().text("Half ").gate(gate).text("and half.").stop("end_turn"));
        long question = ask("go");
        awaitText(question, "Half");
        trouble.befalls(discord.gateway());
        long second = askedMeanwhile();
        gate.open();

        assertThat(text(answer(question, 1))).isEqualTo("Half and half.");
        assertThat(answer(second, 1)).hasSize(1);
        assertThat(answers(question)).hasSize(1);
        assertThat(claude.requests()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void troubleBetweenAnswers_losesNothing(Trouble trouble) {
        long direct = discord.dmOf(ADA);
        discord.says(ADA, direct, "one");
        answer(direct, 1);
        long first = askAndWait("before");
        trouble.befalls(discord.gateway());
        discord.says(ADA, direct, "two");
        discord.says(ADA, first, "go on");
        long second = askedMeanwhile();

        assertThat(answer(second, 1)).hasSize(1);
        assertThat(answer(first, 2)).hasSize(2);
        assertThat(answer(direct, 2)).hasSize(2);
        assertThat(claude.requests()).hasSize(5);
    }

    @Test
    void outage_isToldByHealth_untilItIsOver() {
        discord.gateway().refuse();
        discord.await("red health", () -> !parley().ready());
        discord.gateway().heal();
        discord.await("green health", () -> parley().ready());
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
    void tokenThatIsNoLongerValid_isToldByHealth() {
        discord.gateway().close(4004);

        discord.await("red health", () -> !parley().ready());
    }
}
