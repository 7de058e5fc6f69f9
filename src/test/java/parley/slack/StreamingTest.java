package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.slack.WriterRig.growing;
import static parley.slack.WriterRig.whole;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chat.MessageId;
import parley.chat.SendResult;
import parley.chat.Write;
import parley.testing.slack.Fault;
import parley.testing.slack.Shown;

final class StreamingTest {
    private final WriterRig rig = new WriterRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void answer_growing_isOneStreamThatEndsWithWhatStandsUnderIt() {
        MessageId id = rig.posted(growing("Hello"));
        rig.edit(id, growing("Hello wor"));
        rig.edit(id, growing("Hello world, how"));
        rig.edit(id, whole("Hello world, how are you?"));

        assertThat(rig.called())
                .containsExactly(
                        "chat.startStream",
                        "chat.appendStream",
                        "chat.appendStream",
                        "chat.stopStream");
        Shown shown = rig.answers().getFirst();
        assertThat(rig.text()).isEqualTo("Hello world, how are you?");
        assertThat(shown.context()).containsExactly("a note", "default · 3 s");
        assertThat(shown.buttons()).hasSize(3);
        assertThat(shown.streaming()).isFalse();
        assertThat(shown.metadata().orElseThrow().at("/event_payload/nonce").asText())
                .isEqualTo("T-AAAA1111.0");
        rig.assertLawful();
    }

    @Test
    void stream_isForTheAskerInTheThread() {
        rig.posted(growing("Hello"));

        var call = rig.slack.calls("chat.startStream").getFirst();
        assertThat(call.argument("recipient_user_id")).contains(WriterRig.ANN.value());
        assertThat(call.argument("recipient_team_id")).contains(rig.slack.teamId());
        assertThat(call.argument("thread_ts")).contains(rig.thread.root());
    }

    @Test
    void closers_ofAnUnfinishedText_areNotStreamed() {
        MessageId id = rig.posted(growing("```java\nint a;\n```", 14));
        assertThat(rig.text()).isEqualTo("```java\nint a;");

        rig.edit(id, growing("```java\nint a;\nint b;\n```", 21));
        rig.edit(id, whole("```java\nint a;\nint b;\n```"));

        assertThat(rig.text()).isEqualTo("```java\nint a;\nint b;\n```");
        assertThat(rig.called()).doesNotContain("chat.update");
        rig.assertLawful();
    }

    @Test
    void edit_withNothingNew_callsNobody() {
        MessageId id = rig.posted(growing("Hello"));

        assertThat(rig.edit(id, growing("Hello you, @chan"))).isEqualTo(new SendResult.Sent(id));
        assertThat(rig.edit(id, growing("Hello you, @chann"))).isEqualTo(new SendResult.Sent(id));

        assertThat(rig.slack.calls("chat.appendStream")).hasSize(1);
        assertThat(rig.text()).isEqualTo("Hello you, ");
    }

    @Test
    void edit_withBlanksOnly_sendsThemWithTheNextWord() {
        MessageId id = rig.posted(growing("One."));
        rig.edit(id, growing("One.\n\n"));
        assertThat(rig.slack.calls("chat.appendStream")).isEmpty();

        rig.edit(id, growing("One.\n\nTwo."));
        rig.edit(id, whole("One.\n\nTwo.\n"));

        assertThat(rig.text()).isEqualTo("One.\n\nTwo.");
        rig.assertLawful();
    }

    @Test
    void mentions_cutInTwoByStreaming_notifyNobody() {
        String text =
                "Dear @channel, <!here> <@U0ANN00001> and &lt;!everyone&gt;: @everyone `@here`"
                        + " <!subteam^S012|@team> <@W12|x>. <!Channel>\nann@example.com @";
        MessageId id = rig.posted(growing("D"));
        for (int end = 2; end < text.length(); end++) {
            rig.edit(id, growing(text.substring(0, end)));
        }
        rig.edit(id, whole(text));

        assertThat(rig.text()).isEqualTo(text);
        rig.assertLawful();
    }

    @Test
    void anyText_cutAnywhere_isShownAsWrittenAndNotifiesNobody() {
        Random random = new Random(7);
        for (int round = 0; round < 25; round++) {
            try (WriterRig fresh = new WriterRig()) {
                String text = "Well. " + InertTest.text(random) + "!";
                MessageId id = fresh.posted(growing("Well."));
                for (int end = 6; end < text.length(); end += 1 + random.nextInt(5)) {
                    fresh.edit(id, growing(text.substring(0, end)));
                }
                fresh.edit(id, whole(text));

                assertThat(fresh.text()).isEqualTo(text.replace("\u2060", ""));
                assertThat(fresh.called()).as(text).doesNotContain("chat.update");
                fresh.assertLawful();
            }
        }
    }

    @Test
    void stream_atFourMinutes_goesOnAsEditsOfTheSameMessage() {
        MessageId id = rig.posted(growing("One"));
        rig.advance(Duration.ofSeconds(200));
        rig.edit(id, growing("One two"));
        rig.advance(Duration.ofSeconds(40));
        rig.edit(id, growing("One two three"));
        rig.advance(Duration.ofMinutes(4));
        rig.edit(id, growing("One two three four"));
        rig.edit(id, whole("One two three four five"));

        assertThat(rig.called())
                .containsExactly(
                        "chat.startStream",
                        "chat.appendStream",
                        "chat.stopStream",
                        "chat.update",
                        "chat.update",
                        "chat.update");
        assertThat(rig.text()).isEqualTo("One two three four five");
        assertThat(rig.answers().getFirst().broken()).isFalse();
        rig.assertLawful();
    }

    @Test
    void stream_beyondNineThousandBytes_goesOnAsEdits() {
        String text = "\u4e16\u754c".repeat(2_500);
        MessageId id = rig.posted(growing(text.substring(0, 2_000)));
        rig.edit(id, growing(text.substring(0, 3_000)));
        assertThat(rig.called()).doesNotContain("chat.update");

        rig.edit(id, growing(text.substring(0, 3_001)));
        rig.edit(id, whole(text));

        assertThat(rig.text()).isEqualTo(text);
        assertThat(rig.slack.calls("chat.update")).hasSize(2);
        rig.assertLawful();
    }

    @Test
    void post_beyondNineThousandBytes_isNoStream() {
        rig.posted(growing("\u4e16".repeat(3_001)));

        assertThat(rig.called()).containsExactly("chat.postMessage");
        rig.assertLawful();
    }

    @Test
    void post_settled_isNoStream() {
        rig.posted(whole("All at once."));

        assertThat(rig.called()).containsExactly("chat.postMessage");
        assertThat(rig.text()).isEqualTo("All at once.");
        rig.assertLawful();
    }

    @Test
    void post_withNothingDecidedYet_isNoStream() {
        rig.posted(growing("@her"));

        assertThat(rig.called()).containsExactly("chat.postMessage");
        assertThat(rig.text()).isEqualTo("@her");
        rig.assertLawful();
    }

    @Test
    void stream_ofAnotherText_goesOnAsEdits() {
        MessageId id = rig.posted(growing("The answer to the old question"));
        rig.edit(id, growing("To the new"));
        rig.edit(id, whole("To the new question"));

        assertThat(rig.text()).isEqualTo("To the new question");
        assertThat(rig.called())
                .containsExactly(
                        "chat.startStream", "chat.stopStream", "chat.update", "chat.update");
        rig.assertLawful();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void append_answerLost_isNotRepeated(boolean arrived) {
        MessageId id = rig.posted(growing("One"));
        rig.slack
                .faults()
                .next(
                        "chat.appendStream",
                        arrived ? new Fault.EffectThenReset() : new Fault.Reset());

        assertThat(rig.edit(id, growing("One two"))).isInstanceOf(SendResult.Unreachable.class);
        assertThat(rig.edit(id, growing("One two"))).isEqualTo(new SendResult.Sent(id));
        rig.edit(id, whole("One two three"));

        assertThat(rig.slack.calls("chat.appendStream")).hasSize(1);
        assertThat(rig.text()).isEqualTo("One two three");
        rig.assertLawful();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void stop_answerLost_isShownOnceAllTheSame(boolean arrived) {
        MessageId id = rig.posted(growing("One"));
        rig.slack
                .faults()
                .next("chat.stopStream", arrived ? new Fault.EffectThenReset() : new Fault.Reset());

        assertThat(rig.edit(id, whole("One two"))).isInstanceOf(SendResult.Unreachable.class);
        assertThat(rig.edit(id, whole("One two"))).isEqualTo(new SendResult.Sent(id));

        assertThat(rig.text()).isEqualTo("One two");
        assertThat(rig.answers().getFirst().buttons()).hasSize(3);
    }

    @Test
    void stream_endedBySlack_goesOnAsEdits() {
        rig.slack.streams().endAfter(Duration.ofSeconds(30));
        MessageId id = rig.posted(growing("One"));
        rig.advance(Duration.ofSeconds(31));

        assertThat(rig.edit(id, growing("One two"))).isInstanceOf(SendResult.Unreachable.class);
        assertThat(rig.edit(id, growing("One two"))).isEqualTo(new SendResult.Sent(id));
        rig.edit(id, whole("One two three"));

        assertThat(rig.text()).isEqualTo("One two three");
        assertThat(rig.answers().getFirst().broken()).isFalse();
        assertThat(rig.slack.calls("chat.stopStream")).isEmpty();
        rig.assertLawful();
    }

    @Test
    void stream_fullBeforeItsTime_goesOnAsEdits() {
        rig.slack.streams().endBeyond(5);
        MessageId id = rig.posted(growing("One"));

        assertThat(rig.edit(id, growing("One two"))).isInstanceOf(SendResult.Unreachable.class);
        assertThat(rig.edit(id, growing("One two"))).isEqualTo(new SendResult.Sent(id));

        assertThat(rig.text()).isEqualTo("One two");
        rig.assertLawful();
    }

    @Test
    void stop_afterSlackEndedTheStream_isShownByAnEdit() {
        rig.slack.streams().endAfter(Duration.ofSeconds(30));
        MessageId id = rig.posted(growing("One"));
        rig.advance(Duration.ofSeconds(31));

        assertThat(rig.edit(id, whole("One two"))).isInstanceOf(SendResult.Unreachable.class);
        assertThat(rig.edit(id, whole("One two"))).isEqualTo(new SendResult.Sent(id));

        assertThat(rig.text()).isEqualTo("One two");
        rig.assertLawful();
    }

    @Test
    void stream_stoppedByAPerson_keepsWhatIsThereUntilTheEnd() {
        MessageId id = rig.posted(growing("One"));
        rig.slack.stopsSession(WriterRig.ANN.value(), WriterRig.CHANNEL, rig.thread.root());

        assertThat(rig.edit(id, growing("One two"))).isEqualTo(new SendResult.Sent(id));
        assertThat(rig.text()).isEqualTo("One");

        rig.edit(id, whole("One two"));
        assertThat(rig.text()).isEqualTo("One two");
        assertThat(rig.answers().getFirst().context()).contains("a note");
        rig.assertLawful();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "channel_type_not_supported",
                "missing_recipient_user_id",
                "missing_recipient_team_id",
                "user_not_found",
                "unknown_method",
                "no_permission",
                "feature_not_enabled",
            })
    void start_refusedForGood_isAPostAndForAWhileOnlyPosts(String error) {
        rig.slack.faults().next("chat.startStream", new Fault.Refused(error));

        MessageId id = rig.posted(growing("One"));
        rig.edit(id, growing("One two"));
        rig.edit(id, whole("One two three"));
        assertThat(rig.text()).isEqualTo("One two three");
        assertThat(rig.called())
                .containsExactly(
                        "chat.startStream", "chat.postMessage", "chat.update", "chat.update");

        Write other = new Write.Post(WriterRig.part(1, "x"));
        assertThat(rig.adapter().limits().routes(rig.thread, other))
                .extracting(route -> route.name())
                .containsExactly("chat.postMessage");
        rig.assertLawful();
    }

    @Test
    void start_refusedLongAgo_isTriedAgain() {
        rig.slack
                .faults()
                .next("chat.startStream", new Fault.Refused("channel_type_not_supported"));
        MessageId id = rig.posted(growing("One"));
        rig.write(new Write.Delete(id));
        rig.advance(Duration.ofMinutes(61));

        rig.posted(growing("One"));

        assertThat(rig.slack.calls("chat.startStream")).hasSize(2);
        rig.assertLawful();
    }

    @Test
    void start_refusedOnce_isAPostThisOnce() {
        rig.slack.faults().next("chat.startStream", new Fault.Refused("msg_blocks_too_long"));
        rig.posted(growing("One"));

        Write next = new Write.Post(growing("Two"));
        rig.restart();
        assertThat(rig.adapter().limits().routes(rig.thread, next)).isNotEmpty();
        assertThat(rig.called()).containsExactly("chat.startStream", "chat.postMessage");
    }

    @Test
    void delete_ofAStream_stopsItFirst() {
        MessageId id = rig.posted(growing("One"));

        assertThat(rig.write(new Write.Delete(id))).isInstanceOf(SendResult.Sent.class);

        assertThat(rig.called())
                .containsExactly("chat.startStream", "chat.stopStream", "chat.delete");
        assertThat(rig.answers()).isEmpty();
        rig.assertLawful();
    }

    @Test
    void manyParts_eachEndInTheirOwnMessage() {
        MessageId first = rig.posted(growing("One"));
        rig.edit(first, WriterRig.part(0, "One."));
        MessageId second = rig.posted(WriterRig.part(1, "Two."));

        assertThat(rig.answers()).extracting(Shown::text).containsExactly("One.", "Two.");
        assertThat(rig.answers())
                .extracting(Shown::ts)
                .isEqualTo(List.of(first.value(), second.value()));
        rig.assertLawful();
    }
}
