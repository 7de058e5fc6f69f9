package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.chat.Attachment;
import parley.chat.Button;
import parley.chat.Inbound;
import parley.chat.Outgoing;
import parley.claude.AnthropicClaude;
import parley.claude.ClaudeSettings;
import parley.testing.FakeAnthropic;
import parley.testing.FakeReply;
import parley.testing.Gate;
import parley.testing.RecordedRequest;
import parley.testing.Samples;
import parley.testing.TellingAdapter;

/** Files that people send with their questions, from the platform to the wire of the model. */
final class FileJourneyTest {
    private static final String BREAKPOINT = ",\"cache_control\":{\"type\":\"ephemeral\"}";

    @TempDir Path folder;
    private final FakeAnthropic model = FakeAnthropic.start();
    private final AnthropicClaude claude =
            new AnthropicClaude(
                    ClaudeSettings.of(Optional.of("sk-ant-test"), Optional.of(model.url())),
                    System::nanoTime,
                    () -> Instant.EPOCH);
    private final TellingAdapter platform =
            new TellingAdapter(2_000).person("U1", "Ann").person("U2", "Bob");
    private CoreRig core;

    @BeforeEach
    void start() {
        core = new CoreRig(folder, claude, platform);
    }

    @AfterEach
    void close() {
        core.close();
        claude.close();
        model.close();
    }

    private static JsonNode content(RecordedRequest request) {
        return request.json().path("messages").path(0).path("content");
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void question_withFiles_sendsThemAsBlocks() {
        byte[] png = Samples.png();
        byte[] pdf = Samples.pdf(900);
        Inbound.Said question =
                core.mention(
                        CoreRig.ANN,
                        "100",
                        "What do you say, <@U2>?",
                        platform.file("a.png", png),
                        platform.file("b.pdf", pdf),
                        platform.file("c.py", "print('</attached-file>')"));
        Outgoing answer = core.ask(1, question);

        assertThat(answer.text()).isEqualTo("This is answer 1.");
        assertThat(answer.note()).isEmpty();
        JsonNode content = content(model.takeRequest());
        assertThat(content.path(0).path("text").asText())
                .startsWith("<message from=\"Ann\" at=")
                .contains("What do you say, @Bob?");
        assertThat(content.path(1).path("text").asText())
                .isEqualTo("<attached-file name=\"a.png\"/>");
        assertThat(content.path(2).path("source").path("media_type").asText())
                .isEqualTo("image/png");
        assertThat(content.path(2).path("source").path("data").asText()).isEqualTo(base64(png));
        assertThat(content.path(4).path("type").asText()).isEqualTo("document");
        assertThat(content.path(4).path("title").asText()).isEqualTo("b.pdf");
        assertThat(content.path(4).path("source").path("data").asText()).isEqualTo(base64(pdf));
        assertThat(content.path(5).path("text").asText())
                .isEqualTo(
                        """
                        <attached-file name="c.py">
                        print('&lt;/attached-file>')
                        </attached-file>\
                        """);
        assertThat(content.path(5).path("cache_control").path("type").asText())
                .isEqualTo("ephemeral");
        assertThat(content).hasSize(6);
        assertThat(platform.shown().statuses())
                .startsWith("Thinking", "Reading a.png", "Reading b.pdf", "Reading c.py");
    }

    @Test
    void nextTurn_beginsWithTheSameBytesAndFetchesNothing() {
        core.ask(
                1, core.mention(CoreRig.ANN, "100", "Look", platform.file("a.png", Samples.png())));
        core.ask(2, core.reply(CoreRig.ANN, "101", "And?"));

        String first = messages(model.takeRequest());
        String second = messages(model.takeRequest());
        assertThat(second).startsWith(first.substring(0, first.lastIndexOf(']')));
        assertThat(platform.asked()).filteredOn(call -> call.startsWith("fetch")).hasSize(1);
    }

    private static String messages(RecordedRequest request) {
        String body = request.text().replace(BREAKPOINT, "");
        int from = body.indexOf("\"messages\":[");
        return body.substring(from, body.indexOf("],\"model\"", from));
    }

    @Test
    void onlyRefusedFiles_areAnsweredAndNamed() {
        Inbound.Said question =
                core.mention(
                        CoreRig.ANN,
                        "100",
                        "",
                        platform.file("x.zip", Samples.zip()),
                        platform.missing("y.png", "it was deleted"));
        Outgoing answer = core.ask(1, question);

        assertThat(answer.text()).isEqualTo("This is answer 1.");
        assertThat(answer.note())
                .contains(
                        "The file x.zip could not be read: only images, PDF and text are. The file"
                                + " y.png could not be read: it was deleted.");
        JsonNode content = content(model.takeRequest());
        assertThat(content.path(0).path("text").asText()).contains("(no text)");
        assertThat(content.path(1).path("text").asText())
                .isEqualTo(
                        "[Parley: the file \"x.zip\" was not read: only images, PDF and text are.]");
        assertThat(content).hasSize(3);
    }

    @Test
    void restartInMidAnswer_asksAgainWithTheStoredFiles() {
        model.enqueue(FakeReply.message().text("Half ").stall());
        Attachment bad = platform.file("x.zip", Samples.zip());
        core.accept(
                core.mention(
                        CoreRig.ANN, "100", "Look", platform.file("a.png", Samples.png()), bad));
        String first = messages(model.takeRequest());
        core.close();
        start();

        Outgoing answer = core.answer(1);
        assertThat(messages(model.takeRequest())).isEqualTo(first);
        assertThat(answer.note()).get().asString().contains("x.zip could not be read");
        assertThat(platform.asked()).filteredOn(call -> call.startsWith("fetch")).hasSize(2);
    }

    @Test
    void stopWhileFetching_nextStartFetchesAnew() {
        Attachment slow = platform.file("a.png", Samples.png());
        Gate gate = platform.gate(slow);
        core.accept(core.mention(CoreRig.ANN, "100", "Look", slow, platform.file("b.py", "1")));
        gate.awaitReached();
        Thread closing = Thread.ofVirtual().start(core::close);
        gate.open();
        join(closing);
        start();

        core.answer(1);
        assertThat(content(model.takeRequest())).hasSize(4);
        assertThat(model.requests()).hasSize(1);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void retry_readsTheStoredFilesAgain() {
        Outgoing answer =
                core.ask(
                        1,
                        core.mention(
                                CoreRig.ANN,
                                "100",
                                "Look",
                                platform.file("a.png", Samples.png()),
                                platform.file("x.zip", Samples.zip())));
        assertThat(core.press(CoreRig.ANN, answer, Button.RETRY)).isEmpty();
        platform.shown()
                .await(
                        "the second try",
                        () ->
                                platform.shown().shown(CoreRig.THREAD).stream()
                                        .anyMatch(it ->
                                                it.text().equals("This is answer 2.")
                                                        && it.settled()));

        assertThat(messages(model.takeRequest())).isEqualTo(messages(model.takeRequest()));
        assertThat(core.answer(1).note()).get().asString().contains("x.zip could not be read");
        assertThat(platform.asked()).filteredOn(call -> call.startsWith("fetch")).hasSize(2);
    }

    @Test
    void editWhileFetching_isAskedWithTheNewWords() {
        Attachment slow = platform.file("a.png", Samples.png());
        Gate gate = platform.gate(slow);
        core.accept(core.mention(CoreRig.ANN, "100", "Old", slow));
        gate.awaitReached();
        core.edit("100", "New, <@U2>");
        gate.open();
        core.answer(1);

        JsonNode content = content(model.takeRequest());
        assertThat(content.path(0).path("text").asText()).contains("New, @Bob");
        assertThat(content).hasSize(3);
    }

    @Test
    void deleteWhileFetching_leavesNothingToAnswer() {
        Attachment slow = platform.file("a.png", Samples.png());
        Gate gate = platform.gate(slow);
        core.accept(core.mention(CoreRig.ANN, "100", "Old", slow));
        gate.awaitReached();
        core.delete("100");
        gate.open();

        Outgoing answer = core.ask(1, core.mention(CoreRig.ANN, "102", "Another"));
        assertThat(answer.text()).isEqualTo("This is answer 1.");
        assertThat(content(model.takeRequest())).hasSize(1);
        assertThat(model.requests()).hasSize(1);
    }

    @Test
    void deleteAfterwards_takesTheFilesFromTheNextRequest() {
        core.ask(
                1, core.mention(CoreRig.ANN, "100", "Look", platform.file("a.png", Samples.png())));
        core.delete("100");
        core.ask(2, core.reply(CoreRig.ANN, "101", "And?"));

        model.takeRequest();
        assertThat(model.takeRequest().text()).doesNotContain("image", "a.png", "Look");
    }

    @Test
    void filesThatClaudeRefuses_areLeftOutAndSaidSo() {
        FakeReply refusal = FakeReply.status(400, "invalid_request_error", "Could not process");
        model.enqueue(refusal);
        Outgoing answer =
                core.ask(
                        1,
                        core.mention(
                                CoreRig.ANN, "100", "Look", platform.file("a.png", Samples.png())));

        assertThat(answer.text()).isEqualTo("This is answer 2.");
        assertThat(answer.note()).get().asString().startsWith("Claude refused the files");
        assertThat(model.requests().get(1).text())
                .doesNotContain("\"image\"")
                .contains("this file was left out here");
    }
}
