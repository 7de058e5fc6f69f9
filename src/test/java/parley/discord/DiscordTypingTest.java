package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.discord.WriterRig.CHANNEL;
import static parley.discord.WriterRig.POST;
import static parley.discord.WriterRig.TURN;
import static parley.discord.WriterRig.growing;
import static parley.discord.WriterRig.whole;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chat.MessageId;
import parley.chat.Reference;
import parley.testing.Gate;
import parley.testing.discord.Fault;
import parley.testing.discord.Permission;

final class DiscordTypingTest {
    private static final String TYPING = "channels/{c}/typing";
    private static final String STATUS = "-# ⏳ Thinking…";

    private final WriterRig rig = new WriterRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private void show(String words) {
        rig.output().showStatus(rig.thread, words, Optional.of(TURN));
    }

    /** Meanwhile a little time goes by. */
    private void await(String what, BooleanSupplier condition) {
        rig.discord.await(
                what,
                () -> {
                    rig.advance(Duration.ofMillis(20));
                    return condition.getAsBoolean();
                });
    }

    private List<String> contents() {
        return rig.answers().stream().map(one -> one.content()).toList();
    }

    /** Thinks until that can be seen as a message. */
    private void note() {
        rig.output().places().open(rig.thread);
        show("Thinking");
        await("typing", () -> rig.discord.typing(rig.question));
        rig.advance(Duration.ofSeconds(4));
        await("the note", () -> contents().equals(List.of(STATUS)));
    }

    @Test
    void status_isTypedWhereTheQuestionStands_beforeThereIsAThread() {
        show("Thinking");

        await("typing", () -> rig.discord.typing(CHANNEL));
        rig.assertLawful();
    }

    @Test
    void typing_isRenewedUntilItIsCleared() {
        rig.output().places().open(rig.thread);
        show("Thinking");
        await("typing", () -> rig.discord.typing(rig.question));
        rig.advance(Duration.ofSeconds(9));
        await("typing again", () -> rig.discord.calls("POST", TYPING).size() == 2);
        rig.output().clearStatus(rig.thread);
        rig.advance(Duration.ofSeconds(11));

        assertThat(rig.discord.typing(rig.question)).isFalse();
    }

    @Test
    void longThinking_isAMessageWithAStopButton() {
        note();

        assertThat(rig.answer().buttons())
                .extracting(button -> button.customId())
                .containsExactly("parley.stop:" + TURN);
        rig.assertLawful();
    }

    @Test
    void otherWords_standInTheSameMessage() {
        note();
        show("Claude is overloaded, trying again in 20 s");
        rig.advance(Duration.ofSeconds(3));

        await(
                "the other words",
                () ->
                        contents()
                                .equals(
                                        List.of(
                                                "-# ⏳ Claude is overloaded, trying again in"
                                                        + " 20 s…")));
    }

    @Test
    void answer_takesTheMessageOver() {
        note();
        long status = rig.answer().id();

        MessageId id = rig.posted(growing("One"));
        rig.output().clearStatus(rig.thread);
        rig.edit(id, whole("One two"));

        assertThat(DiscordIds.idOf(id)).isEqualTo(status);
        assertThat(rig.answer().text()).isEqualTo("One two");
        assertThat(rig.discord.calls("POST", POST)).hasSize(1);
        rig.assertLawful();
    }

    @Test
    void status_withoutAnAnswerYet_becomesThatOfTheTurn() {
        rig.output().places().open(rig.thread);
        rig.output().showStatus(rig.thread, "Next in the queue", Optional.empty());
        await("typing", () -> rig.discord.typing(rig.question));
        rig.advance(Duration.ofSeconds(4));
        await("the note", () -> contents().equals(List.of("-# ⏳ Next in the queue…")));
        assertThat(rig.answer().buttons()).isEmpty();

        show("Thinking");
        rig.advance(Duration.ofSeconds(3));
        await("the other words", () -> contents().equals(List.of(STATUS)));
        rig.posted(whole("One"));

        assertThat(rig.answer().text()).isEqualTo("One");
        rig.assertLawful();
    }

    @Test
    void clear_withoutAnAnswer_removesTheMessage_andALaterAnswerIsANewOne() {
        note();
        long status = rig.answer().id();
        rig.output().clearStatus(rig.thread);
        rig.advance(Duration.ofSeconds(1));
        await("nothing", () -> contents().isEmpty());

        MessageId id = rig.posted(whole("One"));

        assertThat(DiscordIds.idOf(id)).isNotEqualTo(status);
        assertThat(rig.answer().text()).isEqualTo("One");
        rig.assertLawful();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void killedWhileItThought_theAnswerGoesOnInTheMessage(boolean known) {
        rig.output().places().open(rig.thread);
        rig.output()
                .showStatus(rig.thread, "Next in the queue", Optional.of(TURN).filter(_ -> known));
        await("typing", () -> rig.discord.typing(rig.question));
        rig.advance(Duration.ofSeconds(4));
        await("the note", () -> contents().size() == 1);
        rig.restart();

        rig.posted(growing("One"));

        assertThat(rig.answer().text()).isEqualTo("One");
        rig.assertLawful();
    }

    @Test
    void answerThatBeginsWhileTheMessageIsOnItsWay_standsThereOnce() {
        Gate gate = new Gate();
        rig.output().places().open(rig.thread);
        rig.discord.faults().next("POST", POST, new Fault.Held(gate));
        show("Thinking");
        await("typing", () -> rig.discord.typing(rig.question));
        rig.advance(Duration.ofSeconds(4));
        await("the note", () -> contents().equals(List.of(STATUS)));
        Thread.startVirtualThread(gate::open);

        rig.posted(whole("One"));

        assertThat(rig.answer().text()).isEqualTo("One");
        assertThat(rig.discord.calls("POST", POST)).hasSize(1);
    }

    @Test
    void messageWhoseAnswerWasLost_isTakenOverAllTheSame() {
        rig.output().places().open(rig.thread);
        rig.discord.faults().next("POST", POST, new Fault.EffectThenReset());
        show("Thinking");
        await("typing", () -> rig.discord.typing(rig.question));
        rig.advance(Duration.ofSeconds(4));
        await("the note", () -> contents().equals(List.of(STATUS)));

        rig.posted(whole("One"));

        assertThat(rig.answer().text()).isEqualTo("One");
    }

    @Test
    void answerThatStandsThere_getsNoMessageBeside() {
        MessageId id = rig.posted(growing("One"));
        show("Claude is overloaded, trying again in 20 s");
        await("typing", () -> rig.discord.typing(rig.question));
        rig.advance(Duration.ofSeconds(9));
        await("typing again", () -> rig.discord.calls("POST", TYPING).size() == 2);
        rig.edit(id, whole("One two"));

        assertThat(rig.answer().text()).isEqualTo("One two");
    }

    @Test
    void otherConversation_hasAStatusOfItsOwn() {
        note();
        long next = rig.discord.says(WriterRig.ANN, CHANNEL, "another");
        var other = DiscordIds.thread(WriterRig.GUILD, CHANNEL, next);
        rig.output().places().open(other);
        rig.output().showStatus(other, "Thinking", Optional.of(new Reference("T-BBBB2222")));

        await("typing there", () -> rig.discord.typing(next));
        rig.advance(Duration.ofSeconds(4));
        await("the note there", () -> rig.discord.answers(next).size() == 1);
        assertThat(contents()).hasSize(1);
    }

    @Test
    void typingRefused_harmsNothing() {
        rig.discord.deny(CHANNEL, Permission.SEND_MESSAGES_IN_THREADS);
        rig.discord.faults().always("POST", TYPING, new Fault.Refused(403, 50013, "No"));
        show("Thinking");
        await("the try", () -> !rig.discord.calls("POST", TYPING).isEmpty());
        rig.discord.allow(CHANNEL, Permission.SEND_MESSAGES_IN_THREADS);

        rig.posted(whole("One"));

        assertThat(rig.answer().text()).isEqualTo("One");
    }
}
