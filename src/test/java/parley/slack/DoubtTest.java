package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.slack.WriterRig.growing;
import static parley.slack.WriterRig.whole;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chat.MessageId;
import parley.chat.SendResult;
import parley.chat.Write;
import parley.testing.slack.Fault;
import parley.testing.slack.Violation;

/** Nothing is said twice where an answer of Slack was lost, or the process in between. */
final class DoubtTest {
    private final WriterRig rig = new WriterRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private static Fault lost(boolean arrived) {
        return arrived ? new Fault.EffectThenReset() : new Fault.Reset();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void post_answerLost_standsThereOnceAndLooksLikeTheNext(boolean arrived) {
        rig.slack.faults().next("chat.postMessage", lost(arrived));
        assertThat(rig.post(whole("One"))).isInstanceOf(SendResult.Unreachable.class);

        MessageId id = rig.posted(whole("One two"));

        assertThat(rig.text()).isEqualTo("One two");
        assertThat(rig.answers().getFirst().ts()).isEqualTo(id.value());
        assertThat(rig.slack.calls("conversations.replies")).hasSize(1);
        rig.assertLawful();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void start_answerLost_standsThereOnceAndLooksLikeTheNext(boolean arrived) {
        rig.slack.faults().next("chat.startStream", lost(arrived));
        assertThat(rig.post(growing("One"))).isInstanceOf(SendResult.Unreachable.class);

        MessageId id = rig.posted(growing("One two"));
        rig.edit(id, whole("One two three"));

        assertThat(rig.text()).isEqualTo("One two three");
        assertThat(rig.answers().getFirst().streaming()).isFalse();
        rig.assertLawful();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fatal_error", "internal_error", "service_unavailable"})
    void post_refusedInPassing_isLookedFor(String error) {
        rig.slack.faults().next("chat.postMessage", new Fault.Refused(error));
        assertThat(rig.post(whole("One"))).isInstanceOf(SendResult.Unreachable.class);

        rig.posted(whole("One"));

        assertThat(rig.called())
                .containsExactly("chat.postMessage", "conversations.replies", "chat.postMessage");
    }

    @Test
    void post_lostManyTimes_isFoundByTheFirstTry() {
        rig.slack.faults().next("chat.postMessage", new Fault.EffectThenReset());
        rig.post(whole("One"));
        rig.slack.faults().next("conversations.replies", new Fault.Reset());
        assertThat(rig.post(whole("One"))).isInstanceOf(SendResult.Unreachable.class);
        rig.advance(Duration.ofMinutes(10));

        rig.posted(whole("One"));

        assertThat(rig.text()).isEqualTo("One");
        assertThat(rig.slack.calls("chat.postMessage")).hasSize(1);
    }

    @Test
    void otherMessagesOfTheBot_areNotTakenForTheLostOne() {
        MessageId first = rig.posted(WriterRig.part(0, "First"));
        MessageId second =
                rig.posted(
                        new parley.chat.Outgoing(
                                WriterRig.TURN,
                                WriterRig.ANN,
                                1,
                                "Second",
                                6,
                                java.util.Optional.empty(),
                                java.util.Optional.empty(),
                                List.of(),
                                false));
        rig.slack.faults().next("chat.postMessage", new Fault.Reset());
        rig.post(WriterRig.part(2, "Third"));

        MessageId third = rig.posted(WriterRig.part(2, "Third"));

        assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
        assertThat(rig.answers())
                .extracting(one -> one.text())
                .containsExactly("First", "Second", "Third");
        rig.assertLawful();
    }

    @Test
    void look_forbidden_postsAllTheSame() {
        rig.slack.app().scopes("chat:write");
        rig.slack.faults().next("chat.postMessage", new Fault.Reset());
        rig.post(whole("One"));

        rig.posted(whole("One"));

        assertThat(rig.text()).isEqualTo("One");
    }

    @Test
    void look_limited_waits() {
        rig.slack.faults().next("chat.postMessage", new Fault.Reset());
        rig.post(whole("One"));
        rig.slack.faults().next("conversations.replies", new Fault.RateLimited(7));

        assertThat(rig.post(whole("One")))
                .isEqualTo(new SendResult.RateLimited(Duration.ofSeconds(7)));
        assertThat(rig.answers()).isEmpty();
    }

    @Test
    void restart_inMidStream_goesOnInTheSameMessage() {
        MessageId id = rig.posted(growing("One"));
        rig.edit(id, growing("One two"));
        rig.restart();

        assertThat(rig.edit(id, growing("Anew"))).isInstanceOf(SendResult.Unreachable.class);
        assertThat(rig.edit(id, growing("Anew and"))).isEqualTo(new SendResult.Sent(id));
        rig.edit(id, whole("Anew and whole"));

        assertThat(rig.text()).isEqualTo("Anew and whole");
        assertThat(rig.slack.violations())
                .extracting(Violation::rule)
                .containsExactly("streaming_state_conflict");
    }

    @Test
    void restart_afterAFinishedMessage_editsIt() {
        MessageId id = rig.posted(growing("One"));
        rig.edit(id, whole("One two"));
        rig.restart();

        assertThat(rig.edit(id, whole("One two"))).isEqualTo(new SendResult.Sent(id));

        assertThat(rig.text()).isEqualTo("One two");
        rig.assertLawful();
    }

    @Test
    void restart_beforeAPostWasWrittenDown_findsIt() {
        MessageId id = rig.posted(whole("One"));
        rig.restart();

        assertThat(rig.posted(whole("One two"))).isEqualTo(id);

        assertThat(rig.text()).isEqualTo("One two");
        rig.assertLawful();
    }

    @Test
    void restart_beforeAStreamWasWrittenDown_findsIt() {
        MessageId id = rig.posted(growing("One"));
        rig.restart();

        assertThat(rig.posted(growing("Anew"))).isEqualTo(id);
        rig.edit(id, whole("Anew and whole"));

        assertThat(rig.text()).isEqualTo("Anew and whole");
        rig.assertLawful();
    }

    @Test
    void restart_beforeAnAnswerThatIsNew_looksForNothing() {
        rig.restart();

        WriterRig.sent(rig.write(new Write.Post(growing("One"))));

        assertThat(rig.called()).containsExactly("chat.startStream");
    }

    @Test
    void restart_withAnotherAnswersMessagesInTheThread_postsAnew() {
        rig.posted(WriterRig.part(0, "Earlier"));
        rig.restart();

        rig.posted(WriterRig.part(1, "Later"));

        assertThat(rig.answers()).hasSize(2);
        rig.assertLawful();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void restart_afterAPostThatNobodyRemembers_sweepsItAndNothingElse(boolean stream) {
        rig.posted(WriterRig.part(0, "Earlier"));
        rig.posted(WriterRig.part(1, "Later", !stream));
        rig.restart();

        WriterRig.sent(rig.sweep(WriterRig.part(1, "")));
        WriterRig.sent(rig.sweep(WriterRig.part(1, "")));

        assertThat(rig.text()).isEqualTo("Earlier");
        rig.assertLawful();
    }

    @Test
    void sweep_afterAPostThatArrivedWithoutAnAnswer_takesItAway() {
        rig.slack.faults().next("chat.startStream", new Fault.EffectThenReset());
        assertThat(rig.post(growing("One"))).isInstanceOf(SendResult.Unreachable.class);

        WriterRig.sent(rig.sweep(growing("")));

        assertThat(rig.answers()).isEmpty();
        rig.assertLawful();
    }

    @Test
    void restart_thenDeleteOfAStream_stopsItFirst() {
        MessageId id = rig.posted(growing("One"));
        rig.restart();
        rig.slack.faults().next("chat.delete", new Fault.Refused("cant_delete_message"));

        assertThat(rig.write(new Write.Delete(id))).isInstanceOf(SendResult.Unreachable.class);
        assertThat(rig.write(new Write.Delete(id))).isInstanceOf(SendResult.Sent.class);

        assertThat(rig.called())
                .containsExactly(
                        "chat.startStream", "chat.delete", "chat.stopStream", "chat.delete");
        rig.assertLawful();
    }
}
