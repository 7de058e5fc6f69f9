package parley.claude;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.testing.FakeAnthropic;

/** What goes over the wire, looked at on the other side of it. */
final class RequestBytesTest {
    private static final String BREAKPOINT = ",\"cache_control\":{\"type\":\"ephemeral\"}";

    private final ClaudeRig rig = new ClaudeRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private String sent(ClaudeRequest request) {
        rig.collect(request);
        return rig.server.takeRequest().text();
    }

    private JsonNode json(ClaudeRequest request) {
        rig.collect(request);
        return rig.server.takeRequest().json();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The messages of a body, without breakpoints and without the closing bracket. */
    private static String messages(String body) {
        String plain = body.replace(BREAKPOINT, "");
        int from = plain.indexOf("\"messages\":[");
        int to = plain.indexOf("],\"model\"", from);
        assertThat(to).as("end of messages in %s", plain).isGreaterThan(from);
        return plain.substring(from, to);
    }

    @Test
    void growingThread_keepsItsPrefixByteForByte() {
        List<ClaudeMessage> thread = new ArrayList<>(List.of(ClaudeRig.user(everyKind())));
        String before = messages(sent(ClaudeRig.ask(thread)));
        for (int turn = 0; turn < 3; turn++) {
            thread.add(
                    ClaudeRig.assistant(
                            new ContentBlock.Thinking("Hm.", "sig+/=" + turn),
                            new ContentBlock.RedactedThinking("abc="),
                            new ContentBlock.Text("Ünïcode “quoted” \u2028 " + turn),
                            new ContentBlock.ToolUse(
                                    "t" + turn, "f", "{\"z\":1.50,\"a\":[1,2e3]}")));
            thread.add(
                    ClaudeRig.user(
                            new ContentBlock.ToolResult(
                                    "t" + turn, List.of(new ContentBlock.Text("42")), false),
                            new ContentBlock.Text("And " + turn + "?")));
            String after = messages(sent(ClaudeRig.ask(thread)));

            assertThat(after).startsWith(before);
            before = after;
        }
    }

    private static ContentBlock[] everyKind() {
        return new ContentBlock[] {
            new ContentBlock.Text("Look: "),
            new ContentBlock.Image("image/png", base64("png")),
            new ContentBlock.Document("application/pdf", base64("pdf"), "a.pdf"),
            new ContentBlock.Document("text/plain", base64("größer"), "a.txt")
        };
    }

    @Test
    void blocks_keepTheirFormOnTheWire() {
        JsonNode messages =
                json(ClaudeRig.ask(
                                List.of(
                                        ClaudeRig.user(everyKind()),
                                        ClaudeRig.assistant(
                                                new ContentBlock.Thinking("Hm.", "s+/="),
                                                new ContentBlock.RedactedThinking("r="),
                                                new ContentBlock.ToolUse(
                                                        "t1", "f", "{\"z\":1.50,\"a\":null}")),
                                        ClaudeRig.user(
                                                new ContentBlock.ToolResult(
                                                        "t1",
                                                        List.of(
                                                                new ContentBlock.Text("no"),
                                                                new ContentBlock.Image(
                                                                        "image/png", "eA==")),
                                                        true)))))
                        .path("messages");

        assertThat(messages.path(0).path("content").toString())
                .isEqualTo(
                        """
                        [{"text":"Look: ","type":"text"},\
                        {"source":{"data":"cG5n","media_type":"image/png","type":"base64"},"type":"image"},\
                        {"source":{"data":"cGRm","media_type":"application/pdf","type":"base64"},\
                        "type":"document","title":"a.pdf"},\
                        {"source":{"data":"größer","media_type":"text/plain","type":"text"},\
                        "type":"document","title":"a.txt"}]\
                        """);
        assertThat(messages.path(1).path("role").asText()).isEqualTo("assistant");
        assertThat(messages.path(1).path("content").toString())
                .isEqualTo(
                        """
                        [{"signature":"s+/=","thinking":"Hm.","type":"thinking"},\
                        {"data":"r=","type":"redacted_thinking"},\
                        {"id":"t1","input":{"z":1.50,"a":null},"name":"f","type":"tool_use"}]\
                        """);
        assertThat(messages.path(2).path("content").path(0).path("content").path(0).toString())
                .isEqualTo("{\"text\":\"no\",\"type\":\"text\"}");
        assertThat(messages.path(2).path("content").path(0).path("is_error").asBoolean()).isTrue();
    }

    @Test
    void breakpoints_sitOnTheSystemPromptAndTheNewestMessage() {
        String body = sent(ClaudeRig.ask("One?", "One.", "Two?"));

        assertThat(body.split("cache_control", -1)).hasSize(3);
        assertThat(body)
                .contains("\"system\":[{\"text\":\"You are terse.\",\"type\":\"text\"" + BREAKPOINT)
                .contains("{\"text\":\"Two?\",\"type\":\"text\"" + BREAKPOINT);
    }

    @Test
    void breakpoint_sitsOnAFileThatComesLast() {
        for (ContentBlock file :
                List.of(
                        new ContentBlock.Image("image/png", base64("png")),
                        new ContentBlock.Document("application/pdf", base64("pdf"), "a.pdf"))) {
            JsonNode content =
                    json(ClaudeRig.ask(
                                    List.of(ClaudeRig.user(new ContentBlock.Text("Look: "), file))))
                            .path("messages")
                            .path(0)
                            .path("content");

            assertThat(content.path(0).has("cache_control")).isFalse();
            assertThat(content.path(1).path("cache_control").path("type").asText())
                    .isEqualTo("ephemeral");
        }
    }

    @Test
    void breakpoint_isNotPutOnThinkingOrBlankText() {
        JsonNode content =
                json(ClaudeRig.ask(
                                List.of(
                                        ClaudeRig.user(new ContentBlock.Text("Q?")),
                                        ClaudeRig.assistant(
                                                new ContentBlock.Text("A."),
                                                new ContentBlock.Thinking("Hm.", "s"),
                                                new ContentBlock.Text("  ")))))
                        .path("messages")
                        .path(1)
                        .path("content");

        assertThat(content).hasSize(2);
        assertThat(content.path(0).has("cache_control")).isTrue();
        assertThat(content.path(1).has("cache_control")).isFalse();
    }

    @Test
    void messageWithoutContent_staysBehind() {
        JsonNode messages =
                json(ClaudeRig.ask(
                                List.of(
                                        ClaudeRig.user(new ContentBlock.Text("Q?")),
                                        ClaudeRig.assistant(new ContentBlock.Text("")),
                                        ClaudeRig.user(new ContentBlock.Text("Well?")))))
                        .path("messages");

        assertThat(messages).hasSize(2);
    }

    @Test
    void effortAndLength_followTheFacts() {
        ClaudeRequest asking =
                new ClaudeRequest(
                        ClaudeRig.SONNET,
                        5_000_000,
                        "",
                        ClaudeRig.ask("Q?").messages(),
                        Optional.of(Effort.XHIGH),
                        OptionalDouble.of(0.3),
                        List.of("END"));
        JsonNode body = json(asking);

        assertThat(body.path("max_tokens").asLong()).isEqualTo(128_000);
        assertThat(body.path("output_config").path("effort").asText()).isEqualTo("xhigh");
        assertThat(body.path("stop_sequences").path(0).asText()).isEqualTo("END");
        assertThat(body.path("stream").asBoolean()).isTrue();
        assertThat(body.has("temperature")).isFalse();
        assertThat(body.has("system")).isFalse();
    }

    @Test
    void localModel_getsTemperatureAndNoEffort() {
        ClaudeRequest asking =
                new ClaudeRequest(
                        new ModelId("qwen3"),
                        100,
                        "Hi.",
                        ClaudeRig.ask("Q?").messages(),
                        Optional.of(Effort.LOW),
                        OptionalDouble.of(0.3),
                        List.of());
        JsonNode body = json(asking);

        assertThat(body.path("temperature").asDouble()).isEqualTo(0.3);
        assertThat(body.path("model").asText()).isEqualTo("qwen3");
        assertThat(body.has("output_config")).isFalse();
    }

    @Test
    void baseUrlWithAPath_isKept() {
        try (FakeAnthropic gateway = FakeAnthropic.start();
                AnthropicClaude claude =
                        ClaudeRig.claude(ClaudeRig.settings(gateway.url() + "/anthropic/"));
                ClaudeStream stream = claude.stream(ClaudeRig.ask("Q?"))) {
            ClaudeRig.drain(stream);

            assertThat(gateway.takeRequest().path()).isEqualTo("/anthropic/v1/messages");
            assertThat(gateway.requests().getFirst().header("authorization"))
                    .contains("Bearer " + ClaudeRig.KEY);
        }
    }

    @Test
    void halfACharacter_inAnyText_isSentAsSomethingReadable() {
        JsonNode body = json(ClaudeRig.ask("a\ud83d b\ude00\ud83d", "c\ude00", "\u0000d\uffff"));

        assertThat(body.path("messages").toString()).contains("a").contains("c").contains("d");
    }
}
