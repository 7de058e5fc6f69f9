package parley.claude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.claude.StreamEvent.BlockReady;
import parley.claude.StreamEvent.Finished;
import parley.claude.StreamEvent.Started;
import parley.claude.StreamEvent.TextDelta;
import parley.claude.StreamEvent.ThinkingDelta;
import parley.testing.FakeAnthropic;
import parley.testing.FakeReply;

/** What a stream brings, over the wire and through the client library. */
final class AnthropicStreamTest {
    private final ClaudeRig rig = new ClaudeRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private List<StreamEvent> reply(FakeReply reply) {
        rig.server.enqueue(reply);
        return rig.collect();
    }

    @Test
    void text_arrivesInPiecesAndWhole() {
        List<StreamEvent> events =
                reply(FakeReply.message().text("Hel", "lo").usage(7, 3, 2, 1).stop("end_turn"));

        assertThat(events)
                .containsExactly(
                        new Started("req_fake_1", ClaudeRig.SONNET, new Usage(7, 1, 2, 1)),
                        new TextDelta("Hel"),
                        new TextDelta("lo"),
                        new BlockReady(new ContentBlock.Text("Hello")),
                        new Finished(StopReason.END_TURN, new Usage(7, 3, 2, 1), ""));
    }

    @Test
    void blocks_ofAllKinds_arriveInOrder() {
        List<StreamEvent> events =
                reply(
                        FakeReply.message()
                                .thinking("Hm.", "c2ln+/=")
                                .redactedThinking("abc=")
                                .text("Let me look.")
                                .toolUse("toolu_1", "search", "{\"q\": \"x\", \"n\": 1.50}")
                                .stop("tool_use"));

        assertThat(events)
                .containsSubsequence(
                        new ThinkingDelta(""),
                        new ThinkingDelta("Hm."),
                        new BlockReady(new ContentBlock.Thinking("Hm.", "c2ln+/=")),
                        new ThinkingDelta(""),
                        new BlockReady(new ContentBlock.RedactedThinking("abc=")),
                        new TextDelta("Let me look."),
                        new BlockReady(new ContentBlock.Text("Let me look.")),
                        new BlockReady(
                                new ContentBlock.ToolUse(
                                        "toolu_1", "search", "{\"q\": \"x\", \"n\": 1.50}")));
        assertThat(events.getLast())
                .isEqualTo(new Finished(StopReason.TOOL_USE, new Usage(10, 5, 0, 0), ""));
    }

    @ParameterizedTest
    @CsvSource({
        "end_turn, END_TURN, ''",
        "max_tokens, MAX_TOKENS, ''",
        "pause_turn, PAUSE_TURN, ''",
        "model_context_window_exceeded, MODEL_CONTEXT_WINDOW_EXCEEDED, ''",
        "bored, UNRECOGNIZED, bored"
    })
    void stopReason_isNamed(String wire, StopReason reason, String detail) {
        assertThat(reply(FakeReply.message().text("x").stop(wire)).getLast())
                .isEqualTo(new Finished(reason, new Usage(10, 5, 0, 0), detail));
    }

    @Test
    void stopSequence_isTold() {
        assertThat(reply(FakeReply.message().text("x").stopSequence("END")).getLast())
                .isEqualTo(new Finished(StopReason.STOP_SEQUENCE, new Usage(10, 5, 0, 0), "END"));
    }

    @ParameterizedTest
    @CsvSource({"cyber, Not that., Not that.", "cyber, '', cyber"})
    void refusal_tellsWhy(String category, String explanation, String detail) {
        assertThat(reply(FakeReply.message().refusal(category, explanation)).getLast())
                .isEqualTo(new Finished(StopReason.REFUSAL, new Usage(10, 5, 0, 0), detail));
    }

    @Test
    void unknownThings_arePassedOver() {
        List<StreamEvent> events =
                reply(
                        FakeReply.message()
                                .ping()
                                .event("holiday", "{\"type\":\"holiday\",\"x\":1}")
                                .block(Map.of("type", "hologram", "data", "x"))
                                .text("a")
                                .event(
                                        "content_block_delta",
                                        "{\"type\":\"content_block_delta\",\"index\":1,"
                                                + "\"delta\":{\"type\":\"scent\",\"v\":1}}")
                                .text("b")
                                .stop("end_turn"));

        assertThat(events).contains(new BlockReady(new ContentBlock.Text("ab")));
        assertThat(events.getLast()).isInstanceOf(Finished.class);
    }

    @Test
    void missingUsage_countsNothing() {
        List<StreamEvent> events =
                reply(FakeReply.message().withoutUsage().text("x").stop("end_turn"));

        assertThat(events.getFirst())
                .isEqualTo(new Started("req_fake_1", ClaudeRig.SONNET, Usage.NONE));
        assertThat(events.getLast()).isEqualTo(new Finished(StopReason.END_TURN, Usage.NONE, ""));
    }

    @Test
    void silenceLimit_shorterThanTheStream_isKeptOffByPings() {
        try (ClaudeRig short_ = new ClaudeRig(Duration.ofMillis(400))) {
            FakeReply slow = FakeReply.message();
            for (int i = 0; i < 12; i++) {
                slow.delay(Duration.ofMillis(80)).ping();
            }
            short_.server.enqueue(slow.text("Still here.").stop("end_turn"));

            assertThat(short_.collect()).contains(new TextDelta("Still here."));
        }
    }

    @Test
    void timeouts_letAStreamOfAnyLengthLive() {
        var timeout = SdkClients.timeout(ClaudeRig.settings("http://localhost"));

        assertThat(timeout.connect()).isEqualTo(Duration.ofSeconds(10));
        assertThat(timeout.read()).isEqualTo(Duration.ofSeconds(90));
        assertThat(timeout.request()).isEqualTo(Duration.ZERO);
    }

    @Test
    void nothing_isSentBeforeTheFirstNext() {
        rig.claude.stream(ClaudeRig.ask("Hello?")).close();

        assertThat(rig.collect()).isNotEmpty();
        assertThat(rig.server.requests()).hasSize(1);
        assertThat(rig.server.takeRequest().number()).isEqualTo(1);
    }

    @Test
    void end_isRepeatedQuietly() {
        try (ClaudeStream stream = rig.claude.stream(ClaudeRig.ask("Hello?"))) {
            ClaudeRig.drain(stream);

            assertThat(stream.next()).isEmpty();
        }
    }

    @Test
    void closingTheClient_failsStreamsUnderWay() {
        rig.server.enqueue(FakeReply.message().text("a").stall());
        ClaudeStream stream = rig.claude.stream(ClaudeRig.ask("Hello?"));
        ClaudeRig.await(stream, TextDelta.class);

        rig.claude.close();

        assertThatThrownBy(() -> ClaudeRig.drain(stream))
                .isInstanceOf(ClaudeException.ConnectionLost.class)
                .hasMessage("Parley is stopping.");
        rig.server.takeRequest().awaitClosedByClient();
    }

    @Test
    void localServer_withoutKey_getsNoAuthorization() {
        try (FakeAnthropic local = FakeAnthropic.start();
                AnthropicClaude claude =
                        ClaudeRig.claude(
                                ClaudeSettings.of(Optional.empty(), Optional.of(local.url())));
                ClaudeStream stream = claude.stream(ClaudeRig.ask("Hello?"))) {
            assertThat(ClaudeRig.drain(stream)).last().isInstanceOf(Finished.class);
            assertThat(local.takeRequest().headers())
                    .doesNotContainKeys("authorization", "x-api-key");
        }
    }
}
