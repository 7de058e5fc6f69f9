package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.journey.CoreRig.ANN;
import static parley.journey.CoreRig.BOB;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.chat.Button;
import parley.chat.Outgoing;
import parley.chat.Receipt;
import parley.chat.Standing;
import parley.testing.ScriptedClaude;
import parley.testing.TellingAdapter;

/** Channels that are answered so often an hour and no more. */
final class LimitJourneyTest {
    private static final String TOLD =
            "This channel has had its 10 answers of this hour. The next may come at 13:00 UTC, in"
                    + " 50 minutes.";
    private static final String WAITS =
            "Waiting until 13:00 UTC: this channel has had its one answer of this hour";

    @TempDir Path folder;
    private final ScriptedClaude claude = new ScriptedClaude();
    private final TellingAdapter platform = new TellingAdapter(2_000);
    private CoreRig core;

    @BeforeEach
    void start() {
        core = new CoreRig(folder, claude, platform);
    }

    @AfterEach
    void close() {
        core.close();
    }

    private Outgoing ask(int number) {
        return core.ask(number, core.mention(ANN, String.valueOf(99 + number), "q" + number));
    }

    private String why() {
        return core.runInThread(ANN, "why");
    }

    /** Ten answers, one a minute; then the eleventh question. */
    private Outgoing eleventh() {
        core.rule("hour 10");
        for (int i = 1; i <= 10; i++) {
            assertThat(ask(i).text()).isEqualTo("Answer " + i + ".");
            core.advance(Duration.ofMinutes(1));
        }
        return ask(11);
    }

    @Test
    void eleventhQuestion_channelSetToTen_isToldWhenItMayComeAndWhySaysTheSame() {
        Outgoing refused = eleventh();

        assertThat(refused.text()).isEmpty();
        assertThat(refused.note()).contains(TOLD);
        assertThat(refused.footer()).isEmpty();
        assertThat(refused.buttons()).containsExactly(Button.RETRY);
        assertThat(claude.requests()).hasSize(10);
        assertThat(why())
                .isEqualTo(
                        "**The message of `U1` at 12:10 UTC** was not answered ("
                                + refused.turn()
                                + "). "
                                + TOLD);
        assertThat(core.run(BOB, Standing.MEMBER, "/parley why")).isEqualTo(why());
        assertThat(core.runInThread(BOB, "about"))
                .startsWith("**" + refused.turn() + "** – limited; asked by `U1`")
                .contains("no model was asked")
                .doesNotContain("cost");
    }

    @Test
    void retry_whenTheTimeHasCome_isAnsweredInItsPlace() {
        Outgoing refused = eleventh();
        assertThat(core.press(ANN, refused, Button.RETRY)).contains(TOLD);

        core.advance(Duration.ofMinutes(50));
        assertThat(why()).contains("That is over: press *Retry* under it, or ask again.");
        assertThat(core.press(ANN, refused, Button.RETRY)).isEmpty();
        platform.shown().await("the answer", () -> core.answer(11).text().equals("Answer 11."));

        assertThat(claude.requests()).hasSize(11);
        assertThat(ScriptedClaude.newest(claude.requests().getLast())).contains("q11");
        assertThat(core.answer(11).note()).isEmpty();
    }

    @Test
    void retry_beyondTheLimit_leavesTheAnswerAsItIs() {
        core.rule("hour 1");
        Outgoing answer = ask(1);

        assertThat(core.press(ANN, answer, Button.RETRY))
                .contains(
                        "This channel has had its one answer of this hour. The next may come at"
                                + " 13:00 UTC, in 60 minutes.");
        assertThat(core.answer(1)).isEqualTo(answer);
        assertThat(claude.requests()).hasSize(1);
    }

    @Test
    void person_beyondTheirs_othersGoOn() {
        core.rule("person 1");
        ask(1);

        assertThat(ask(2).note().orElseThrow())
                .startsWith("You have had your one answer of this hour in this channel.");
        assertThat(core.ask(3, core.mention(BOB, "102", "And I?")).text()).isEqualTo("Answer 2.");
    }

    @Test
    void waiting_untilItsTime_isAnsweredThen() {
        waitForTheSecond(Duration.ofHours(1).minusMillis(40));

        assertThat(claude.requests()).hasSize(1);
        assertThat(why()).contains(" waits, and is answered at 13:00 UTC, in a minute.");
        core.advance(Duration.ofMillis(40));

        assertThat(core.answer(2).text()).isEqualTo("Answer 2.");
        assertThat(core.answer(2).note()).isEmpty();
        assertThat(why()).contains("was taken by **default**");
    }

    /** So long after the first answer. */
    private void waitForTheSecond(Duration after) {
        core.rule("hour 1");
        core.rule("limit wait");
        ask(1);
        core.advance(after);
        assertThat(core.accept(core.mention(ANN, "101", "Later?"))).isEqualTo(Receipt.ACCEPTED);
        core.awaitStatus(WAITS);
    }

    @Test
    void waiting_whenTheProgramStartsAgain_isAnsweredAtItsTime() {
        waitForTheSecond(Duration.ofMinutes(10));
        core.close();
        core = new CoreRig(folder, claude, platform, Instant.parse("2026-11-21T12:20:00Z"));
        core.awaitStatus(WAITS);
        assertThat(claude.requests()).hasSize(1);
        core.close();

        core = new CoreRig(folder, claude, platform, Instant.parse("2026-11-21T13:00:00Z"));

        assertThat(core.answer(2).text()).isEqualTo("Answer 2.");
        assertThat(core.answer(2).note())
                .contains("This question waited 50 minutes before I could answer it.");
        assertThat(core.run(ANN, Standing.MEMBER, "/parley why"))
                .contains("was taken by **default**");
    }

    @Test
    void waiting_whenTheLimitIsRaised_isAnsweredAtOnce() {
        waitForTheSecond(Duration.ofMinutes(10));

        core.rule("hour unlimited");

        assertThat(core.answer(2).text()).isEqualTo("Answer 2.");
    }

    @Test
    void waiting_moreQuestionsCome_areAnsweredTogether() {
        waitForTheSecond(Duration.ofMinutes(10));
        core.accept(core.mention(ANN, "102", "And this?"));

        core.rule("hour 2");

        assertThat(core.answer(2).text()).isEqualTo("Answer 2.");
        assertThat(claude.requests()).hasSize(2);
        assertThat(ScriptedClaude.newest(claude.requests().getLast()))
                .contains("Later?", "And this?");
    }
}
