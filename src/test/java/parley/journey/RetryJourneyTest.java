package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.journey.CoreRig.ANN;
import static parley.journey.CoreRig.THREAD;
import static parley.testing.ScriptedClaude.play;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.chat.Button;
import parley.chat.MessageId;
import parley.chat.Outgoing;
import parley.claude.ClaudeException;
import parley.claude.ClaudeException.Unauthorized.Lack;
import parley.claude.ClaudeRequest;
import parley.claude.ModelId;
import parley.claude.StopReason;
import parley.claude.StreamEvent;
import parley.claude.Usage;
import parley.testing.Gate;
import parley.testing.ScriptedClaude;
import parley.testing.TellingAdapter;

/** An answer that is asked for anew, while Claude has not one word to say. */
final class RetryJourneyTest {
    private static final String STANDS = "There is no new answer, so this one stands. ";

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

    private void restart() {
        core.close();
        core = new CoreRig(folder, claude, platform);
    }

    private Outgoing ask(int number) {
        return core.ask(number, core.mention(ANN, String.valueOf(99 + number), "q" + number));
    }

    private static ScriptedClaude.Script keyRefused() {
        return play(new ClaudeException.Unauthorized("no", "", Lack.KEY, new RuntimeException()));
    }

    private static ScriptedClaude.Script broken() {
        return play(new ClaudeException.Internal("no", "", new RuntimeException()));
    }

    private static ScriptedClaude.Script refused(Object... before) {
        List<Object> steps = new ArrayList<>(List.of(before));
        steps.add(new ClaudeException.InvalidRequest("no", "req_2", false, new RuntimeException()));
        return play(steps.toArray());
    }

    private void retry(Outgoing answer) {
        core.advance(Duration.ofSeconds(1));
        assertThat(core.press(ANN, answer, Button.RETRY)).isEmpty();
    }

    /** Waits until the last message of the answer has such a note. */
    private Outgoing awaitNote(String words) {
        platform.shown()
                .await(
                        "the note " + words,
                        () ->
                                core.settled(THREAD).stream()
                                                .map(it -> it.note().orElse(""))
                                                .anyMatch(note -> note.contains(words))
                                        && platform.shown().statuses().getLast().isEmpty());
        return core.settled(THREAD).getLast();
    }

    private List<MessageId> messages() {
        return platform.shown().ids(THREAD);
    }

    private String history() {
        ClaudeRequest request = claude.requests().getLast();
        return request.messages().toString();
    }

    @Test
    void retry_keyRefused_leavesTheAnswerWithAWordUnderIt() {
        Outgoing answer = ask(1);
        List<MessageId> before = messages();
        claude.enqueue(keyRefused());
        retry(answer);

        Outgoing stands = awaitNote("Claude does not let this bot in at the moment.");

        assertThat(stands.note().orElseThrow()).startsWith(STANDS).contains("press Retry");
        assertThat(stands)
                .returns("Answer 1.", Outgoing::text)
                .returns(answer.footer(), Outgoing::footer)
                .returns(answer.buttons(), Outgoing::buttons)
                .returns(answer.turn(), Outgoing::turn);
        assertThat(messages()).isEqualTo(before);
        assertThat(core.runInThread(ANN, "about")).contains(answer.turn() + "** – answered");
    }

    @Test
    void retry_inVainTwice_tellsTheNewestReasonAndGoesOnWithTheAnswer() {
        Outgoing answer = ask(1);
        claude.enqueue(broken(), refused());
        retry(answer);
        awaitNote("inside Parley");
        retry(answer);

        assertThat(awaitNote("malformed"))
                .returns("Answer 1.", Outgoing::text)
                .returns(answer.footer(), Outgoing::footer)
                .extracting(it -> it.note().orElseThrow())
                .asString()
                .startsWith(STANDS + "Claude refused the request as malformed.")
                .doesNotContain("inside Parley");
        Outgoing next = core.ask(2, core.mention(ANN, "101", "And?"));
        assertThat(next.note()).isEmpty();
        assertThat(history()).contains("Answer 1.").doesNotContain("no new answer");
    }

    @Test
    void retry_afterOneInVain_replacesTheAnswerAndItsNote() {
        Outgoing answer = ask(1);
        claude.enqueue(refused());
        retry(answer);
        awaitNote(STANDS);
        retry(answer);
        platform.shown().await("a new answer", () -> core.answer(1).text().equals("Answer 3."));

        assertThat(core.answer(1).note()).isEmpty();
        assertThat(core.answer(1).turn()).isEqualTo(answer.turn());
    }

    @Test
    void retry_inVain_whatItCostCounts() {
        Outgoing answer = ask(1);
        var started =
                new StreamEvent.Started(
                        "req_2", new ModelId("claude-sonnet-5-5"), new Usage(1_000, 0, 0, 0));
        claude.enqueue(refused(started));
        retry(answer);
        awaitNote(STANDS);

        assertThat(core.runInThread(ANN, "about")).contains("tokens: 1,010 in", "5 out");
    }

    @Test
    void retry_breaksOffAfterItsFirstWords_keepsThese() {
        Outgoing answer = ask(1);
        claude.enqueue(refused("New "));
        retry(answer);

        assertThat(awaitNote("The answer broke off, because Claude"))
                .returns("New ", Outgoing::text)
                .extracting(it -> it.note().orElseThrow())
                .asString()
                .doesNotContain(STANDS);
        assertThat(core.settled(THREAD).getLast().buttons())
                .containsExactly(Button.CONTINUE, Button.RETRY);
    }

    @Test
    void retry_stoppedBeforeItsFirstWord_leavesTheAnswer() {
        Outgoing answer = ask(1);
        Gate gate = new Gate();
        claude.enqueue(play(gate, "Too late"));
        retry(answer);
        gate.awaitReached();
        assertThat(core.stop(THREAD)).isTrue();

        assertThat(awaitNote(STANDS))
                .returns("Answer 1.", Outgoing::text)
                .returns(
                        STANDS + "The new one was stopped before its first word.",
                        it -> it.note().orElseThrow())
                .returns(answer.buttons(), Outgoing::buttons);
    }

    @Test
    void retry_declined_leavesTheAnswer() {
        Outgoing answer = ask(1);
        claude.enqueue(play(new StreamEvent.Finished(StopReason.REFUSAL, Usage.NONE, "")));
        retry(answer);

        assertThat(awaitNote(STANDS + "Claude declined to answer this.").text())
                .isEqualTo("Answer 1.");
    }

    @Test
    void retry_ofSeveralMessages_leavesThemAll() {
        String text = "A sentence of some length. ".repeat(700).strip();
        claude.enqueue(play(text), refused());
        Outgoing answer = core.ask(1, core.mention(ANN, "100", "Long?"));
        platform.awaitShared();
        List<MessageId> before = messages();
        retry(answer);
        awaitNote(STANDS);

        assertThat(messages()).hasSizeGreaterThan(8).isEqualTo(before);
        assertThat(
                        platform.shown().shown(THREAD).stream()
                                .map(message -> message.text().strip())
                                .collect(Collectors.joining(" ")))
                .isEqualTo(text);
        assertThat(platform.shared().values()).containsExactly(text);
    }

    @Test
    void retry_programStoppedBeforeTheFirstWord_isAskedAgainAndTheAnswerStands() {
        Outgoing answer = ask(1);
        Gate gate = new Gate();
        claude.enqueue(play(gate, "Too late"), refused());
        retry(answer);
        gate.awaitReached();
        restart();

        assertThat(awaitNote(STANDS).text()).isEqualTo("Answer 1.");
        assertThat(claude.requests()).hasSize(3);
    }

    @Test
    void retry_programStoppedAfterTheFirstWords_theAnswerIsShownAgain() {
        Outgoing answer = ask(1);
        Gate gate = new Gate();
        claude.enqueue(play("New ", gate), refused());
        retry(answer);
        gate.awaitReached();
        platform.shown()
                .await(
                        "a new word",
                        () -> platform.shown().shown(THREAD).getLast().text().startsWith("New"));
        restart();

        assertThat(awaitNote(STANDS).text()).isEqualTo("Answer 1.");
        assertThat(messages()).hasSize(1);
    }

    @Test
    void retry_questionDeletedMeanwhile_takesTheAnswerAlong() {
        Outgoing answer = ask(1);
        Gate gate = new Gate();
        claude.enqueue(play(gate, "Too late"));
        retry(answer);
        gate.awaitReached();
        core.delete("100");

        assertThat(awaitNote("The question was deleted").text()).isEmpty();
    }

    @Test
    void retry_questionDeletedBefore_leavesTheAnswer() {
        Outgoing answer = ask(1);
        core.delete("100");
        retry(answer);

        assertThat(awaitNote(STANDS + "The question was deleted").text()).isEqualTo("Answer 1.");
    }
}
