package parley.testing.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.model.block.Blocks;
import com.slack.api.model.block.composition.BlockCompositions;
import com.slack.api.model.block.element.BlockElements;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.testing.ManualTicker;

/** Streams, driven by Slack's own client. */
final class StreamTest {
    private final ManualTicker ticker = new ManualTicker();
    private final FakeSlack fake =
            FakeSlack.start(ticker)
                    .addUser("U1", "Ada")
                    .addChannel("C1", "general", Room.Kind.PUBLIC, "U1");
    private final Slack slack = RunningBolt.client(fake);
    private final MethodsClient methods = slack.methods(fake.botToken());
    private String root = "";

    @BeforeEach
    void ask() {
        root = fake.says("U1", "C1", "A question");
    }

    @AfterEach
    void close() throws Exception {
        slack.close();
        fake.close();
    }

    private String start(String text) throws Exception {
        return methods.chatStartStream(r ->
                        r.channel("C1")
                                .threadTs(root)
                                .markdownText(text)
                                .recipientTeamId(fake.teamId())
                                .recipientUserId("U1"))
                .getTs();
    }

    private String append(String ts, String text) throws Exception {
        return methods.chatAppendStream(r -> r.channel("C1").ts(ts).markdownText(text)).getError();
    }

    private Shown shown() {
        return fake.answers("C1", root).getFirst();
    }

    @Test
    void stream_startAppendStop_showsAllPiecesTogether() throws Exception {
        String ts = start("One ");
        assertThat(append(ts, "two ")).isNull();
        assertThat(shown())
                .extracting(Shown::text, Shown::streaming)
                .containsExactly("One two ", true);
        assertThat(fake.surfaces().session("C1", root)).isEqualTo("processing");

        var stopped =
                methods.chatStopStream(r ->
                        r.channel("C1")
                                .ts(ts)
                                .markdownText("three")
                                .blocks(
                                        List.of(
                                                Blocks.context(
                                                        List.of(
                                                                BlockCompositions.markdownText(
                                                                        "small print"))),
                                                Blocks.actions(
                                                        List.of(
                                                                BlockElements.button(b ->
                                                                        b.actionId("retry")
                                                                                .value("7")
                                                                                .text(
                                                                                        BlockCompositions
                                                                                                .plainText(
                                                                                                        "Retry"))))))));

        assertThat(stopped.isOk()).as("%s", stopped).isTrue();
        assertThat(fake.awaitAnswer("C1", root, one -> !one.streaming()).text())
                .isEqualTo("One two three");
        assertThat(fake.message("C1", ts)).contains(shown());
        assertThat(shown().streaming()).isFalse();
        assertThat(shown().context()).containsExactly("small print");
        assertThat(shown().buttons()).containsExactly(new ShownButton("retry", "Retry", "7", ""));
        assertThat(fake.surfaces().session("C1", root)).isEqualTo("active");
        assertThat(fake.violations()).isEmpty();
    }

    @Test
    void stream_chunks_countAsText() throws Exception {
        String ts = start("a");
        new RawClient(fake)
                .call(
                        "chat.appendStream",
                        "channel",
                        "C1",
                        "ts",
                        ts,
                        "chunks",
                        "[{\"type\":\"markdown_text\",\"text\":\"b\"},{\"type\":\"task_update\","
                                + "\"id\":\"1\",\"title\":\"Look\",\"status\":\"in_progress\"}]");

        assertThat(shown().text()).isEqualTo("ab");
        assertThat(fake.violations()).isEmpty();
    }

    @Test
    void stream_fiveMinutesOld_isBroken_andCanBeUpdated() throws Exception {
        String ts = start("One");
        ticker.advance(Duration.ofSeconds(299));
        assertThat(append(ts, " two")).isNull();
        ticker.advance(Duration.ofSeconds(1));

        assertThat(append(ts, " three")).isEqualTo("message_not_in_streaming_state");
        assertThat(methods.chatStopStream(r -> r.channel("C1").ts(ts)).getError())
                .isEqualTo("message_not_in_streaming_state");
        assertThat(shown()).extracting(Shown::text, Shown::broken).containsExactly("One two", true);
        assertThat(fake.violations())
                .extracting(Violation::rule)
                .containsOnly("message_not_in_streaming_state");

        methods.chatUpdate(r -> r.channel("C1").ts(ts).markdownText("Whole"));
        assertThat(shown()).extracting(Shown::text, Shown::broken).containsExactly("Whole", false);
    }

    @Test
    void stream_endedEarlierByTheTest_isNoViolation() throws Exception {
        fake.streams().endAfter(Duration.ofSeconds(10)).endBeyond(20);
        String old = start("One");
        assertThat(append(old, "x".repeat(30))).isEqualTo("msg_too_long");
        ticker.advance(Duration.ofSeconds(10));
        assertThat(append(old, "two")).isEqualTo("message_not_in_streaming_state");

        assertThat(fake.violations()).isEmpty();
    }

    @Test
    void stream_tooManyBytes_isRefusedAndStaysAsItWas() throws Exception {
        String ts = start("x".repeat(10_599));

        assertThat(append(ts, "é")).isEqualTo("msg_too_long");
        assertThat(append(ts, "e")).isNull();
        assertThat(fake.violations()).extracting(Violation::rule).containsExactly("msg_too_long");
    }

    @Test
    void stream_stoppedByAPerson_endsThere() throws Exception {
        String ts = start("One");
        fake.stopsSession("U1", "C1", root);

        assertThat(append(ts, " two")).isEqualTo("stopped_by_user");
        assertThat(shown()).extracting(Shown::text, Shown::streaming).containsExactly("One", false);
        var event = fake.deliveries("agent_session_stopped").getFirst().payload().path("event");
        assertThat(event.path("streaming_message_ts").path(0).asText()).isEqualTo(ts);
        assertThat(fake.violations()).isEmpty();
    }

    @Test
    void stream_inDirectMessages_needsNoRecipient() throws Exception {
        String question = fake.directMessage("U1", "Hi");

        var started =
                methods.chatStartStream(
                        r -> r.channel(fake.imOf("U1")).threadTs(question).markdownText("Hello"));

        assertThat(started.isOk()).isTrue();
        assertThat(fake.violations()).isEmpty();
    }
}
