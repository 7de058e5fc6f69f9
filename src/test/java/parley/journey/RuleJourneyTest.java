package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.journey.CoreRig.ANN;
import static parley.journey.CoreRig.BOB;
import static parley.testing.ScriptedClaude.play;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.chat.Button;
import parley.chat.Outgoing;
import parley.chat.Receipt;
import parley.chat.Standing;
import parley.claude.ModelId;
import parley.testing.Gate;
import parley.testing.ScriptedClaude;
import parley.testing.TellingAdapter;

/** Whom the rules of a channel let ask, when, and which model answers. */
final class RuleJourneyTest {
    private static final String UNKNOWN =
            "I could not check who you are just now; ask again in a minute.";

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

    private void bobIs(Standing standing) {
        platform.standing(BOB.id(), Optional.of(standing));
    }

    private Outgoing bobAsks() {
        return core.ask(1, core.mention(BOB, "100", "May I?"));
    }

    private String why() {
        return core.runInThread(ANN, "why");
    }

    @ParameterizedTest
    @CsvSource({
        "who members, GUEST, false",
        "who members, OUTSIDER, false",
        "who members, MEMBER, true",
        "who members, ADMIN, true",
        "who oncall, MEMBER, false",
        "who oncall, ADMIN, true",
        "who everyone, OUTSIDER, true",
        "outsiders members, OUTSIDER, false",
        "outsiders members, GUEST, true",
        "outsiders members, MEMBER, true",
        "outsiders answer, OUTSIDER, true",
    })
    void question_bySomebody_isAnsweredAsTheRuleSays(String rule, Standing who, boolean answered) {
        platform.group("oncall", ANN.id());
        core.rule(rule);
        bobIs(who);

        Outgoing answer = bobAsks();

        assertThat(claude.requests()).hasSize(answered ? 1 : 0);
        assertThat(answer.note().isEmpty()).isEqualTo(answered);
        assertThat(answer.buttons().contains(Button.LIKE)).isEqualTo(answered);
    }

    @Test
    void question_byOneOfTheGroup_isAnswered() {
        platform.group("oncall", BOB.id());
        core.rule("who oncall");

        assertThat(bobAsks().text()).isEqualTo("Answer 1.");
    }

    @Test
    void question_byOneWhoMayNot_isToldWhyAndSoIsWhoeverAsks() {
        platform.group("oncall", ANN.id());
        core.rule("who oncall");
        Outgoing answer = bobAsks();

        String sentence = "In this channel I answer people of oncall only.";
        assertThat(answer.note()).contains(sentence);
        assertThat(answer.footer()).isEmpty();
        assertThat(why())
                .isEqualTo(
                        "**The message of `U2` at 12:00 UTC** was not answered ("
                                + answer.turn()
                                + "). "
                                + sentence);
    }

    @Test
    void question_bySomebodyUnknown_isToldToAskAgain() {
        core.rule("outsiders silent");
        platform.standing(BOB.id(), Optional.empty());
        Outgoing answer = bobAsks();
        assertThat(answer.note()).contains(UNKNOWN);

        bobIs(Standing.MEMBER);
        assertThat(core.press(BOB, answer, Button.RETRY)).isEmpty();
        platform.shown().await("the answer", () -> core.answer(1).text().equals("Answer 1."));
    }

    @Test
    void outsider_silent_isAsIfNobodyHadAsked() {
        core.rule("outsiders silent");
        bobIs(Standing.OUTSIDER);
        core.accept(core.mention(BOB, "100", "Hello?"));
        core.awaitStatus("");

        assertThat(platform.shown().writes()).isEmpty();
        assertThat(core.participants()).isEmpty();
        assertThat(why())
                .startsWith("**The message of `U2` at 12:00 UTC** was not answered: people from")
                .contains("`outsiders`: `silent` – set for this channel by `U1` on 2026-11-21");
        assertThat(core.ask(1, core.mention(ANN, "101", "Mine?")).text()).isEqualTo("Answer 1.");
        assertThat(claude.requests().getFirst().toString()).doesNotContain("Hello?");
    }

    @Test
    void outsider_silentBehindAMember_leavesTheMemberAnAnswer() {
        core.rule("outsiders silent");
        bobIs(Standing.OUTSIDER);
        Gate gate = new Gate();
        claude.enqueue(play("First.", gate));
        core.accept(core.mention(ANN, "100", "One?"));
        gate.awaitReached();
        core.accept(core.mention(ANN, "101", "Two?"));
        core.accept(core.mention(BOB, "102", "Three?"));
        gate.open();

        assertThat(core.answer(2).text()).isEqualTo("Answer 2.");
        assertThat(ScriptedClaude.newest(claude.requests().get(1)))
                .contains("Two?")
                .doesNotContain("Three?");
        core.awaitStatus("");
        assertThat(claude.requests()).hasSize(2);
    }

    @Test
    void answersOff_nothingIsTakenAndAnswersStay() {
        Outgoing answer = core.ask(1, core.mention(ANN, "100", "Before"));
        core.rule("off");

        assertThat(core.accept(core.mention(ANN, "101", "Now?"))).isEqualTo(Receipt.IGNORED);
        assertThat(core.press(ANN, answer, Button.RETRY))
                .contains("Answers are switched off in this channel.");
        assertThat(why())
                .contains("was passed over: answers are off in this channel.")
                .contains("`answers`: `off` – set for this channel by `U1`")
                .contains("`@Parley channel on`");
        core.rule("on");
        core.edit("100", "Before, edited");
        assertThat(core.ask(2, core.mention(ANN, "102", "Again?")).text()).isEqualTo("Answer 2.");
        assertThat(claude.requests().get(1).toString())
                .contains("Before, edited")
                .doesNotContain("Now?");
    }

    @Test
    void answersOff_whatWasSaidBefore_canStillBeDeleted() {
        core.ask(1, core.mention(ANN, "100", "Before"));
        core.rule("off");
        core.delete("100");
        core.rule("on");
        core.ask(2, core.mention(ANN, "101", "Again?"));

        assertThat(claude.requests().get(1).toString()).doesNotContain("Before");
    }

    @Test
    void followUpAlways_severalPeople_needNoMention() {
        core.rule("follow-up always");
        core.ask(1, core.mention(ANN, "100", "One?"));

        assertThat(core.ask(2, core.reply(BOB, "101", "Two?")).text()).isEqualTo("Answer 2.");
    }

    @Test
    void followUpMention_onePersonAlone_hasToMention() {
        core.rule("follow-up mention");
        core.ask(1, core.mention(ANN, "100", "One?"));

        assertThat(core.accept(core.reply(ANN, "101", "Two?"))).isEqualTo(Receipt.NOTED);
        assertThat(why())
                .contains("was only noted for later: each question has to mention me here.")
                .contains("`follow-up`: `mention`")
                .endsWith("Mention me to ask.");
        core.ask(2, core.mention(ANN, "102", "Three?"));
        assertThat(ScriptedClaude.newest(claude.requests().get(1))).contains("Two?", "Three?");
    }

    @Test
    void followUpThread_onceSeveralTalk_whySaysSo() {
        core.ask(1, core.mention(ANN, "100", "One?"));

        assertThat(core.accept(core.reply(BOB, "101", "Two?"))).isEqualTo(Receipt.NOTED);
        assertThat(why()).contains("several people talk in the thread").contains("the default");
    }

    @Test
    void modelCeiling_dearerModel_isReplacedAndAboutSaysSo() {
        core.rule("model claude-haiku-5-5");
        Outgoing answer = core.ask(1, core.mention(ANN, "100", "One?"));

        assertThat(claude.requests().getFirst().model()).isEqualTo(new ModelId("claude-haiku-5-5"));
        assertThat(core.run(BOB, Standing.MEMBER, "/parley about"))
                .isEqualTo(
                        String.join(
                                "\n- ",
                                List.of(
                                        "**"
                                                + answer.turn()
                                                + "** – answered; asked by `U1` on 2026-11-21"
                                                + " 12:00 UTC",
                                        "persona: **default**, version 1 (`" + hash() + "`)",
                                        "model: `claude-haiku-5-5`, because the rule `model` allows"
                                                + " none that costs more",
                                        "the model ended with: `end_turn`",
                                        "tokens: 10 in (0 read from the cache, 0 written to it), 5"
                                                + " out",
                                        "cost: <$0.0001",
                                        "took: 0.0 s",
                                        "request: `req_scripted`")));
        assertThat(core.runInThread(BOB, "about " + answer.turn()))
                .isEqualTo(core.run(BOB, Standing.MEMBER, "/parley about"));
    }

    private String hash() {
        return core.personas().all(CoreRig.THREAD.channel().workspace()).stream()
                .filter(persona -> persona.id().value().equals("default"))
                .findFirst()
                .orElseThrow()
                .hash();
    }

    @Test
    void change_byAnAdmin_isOnRecordAndSoIsTheTryOfAnother() {
        core.rule("hour 10");
        assertThat(core.run(BOB, Standing.MEMBER, "/parley channel hour 99"))
                .isEqualTo("Only admins can change rules. Ask one of them to do it.");

        assertThat(core.audit.newest(CoreRig.THREAD.channel().workspace(), 9))
                .extracting(entry ->
                        entry.actor().id()
                                + " "
                                + entry.action()
                                + " "
                                + entry.target()
                                + " "
                                + entry.result()
                                + ": "
                                + entry.detail())
                .containsExactly(
                        "U2 channel hour channel:slack/W1/C1 REFUSED: not an admin",
                        "U1 channel hour channel:slack/W1/C1 DONE: not set -> 10");
        assertThat(core.rules.of(CoreRig.THREAD.channel()).perHour()).hasValue(10);
    }
}
