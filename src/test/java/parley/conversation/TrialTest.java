package parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.chat.Author;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.claude.Circuits;
import parley.claude.ClaudeException;
import parley.claude.ClaudeRequest;
import parley.claude.ModelId;
import parley.claude.RetryHint;
import parley.claude.StopReason;
import parley.claude.StreamEvent;
import parley.claude.Usage;
import parley.prompt.Persona;
import parley.prompt.PersonaId;
import parley.prompt.PromptRegistry;
import parley.testing.ScriptedClaude;
import parley.testing.TestPersonas;
import parley.usage.PriceFile;

final class TrialTest {
    private static final ThreadId PLACE = ThreadId.parse("web/parley/writing/try");
    private static final Author ADA = new Author(new UserId("ada"), "Ada");

    private final ScriptedClaude claude = new ScriptedClaude();
    private final PromptRegistry personas = TestPersonas.bundled(() -> 0);
    private final Persona engineer =
            personas.find(PLACE.channel().workspace(), new PersonaId("engineer")).orElseThrow();
    private final Trial trial =
            new Trial(
                    personas,
                    access(),
                    new ModelId("claude-sonnet-5-5"),
                    PriceFile.load(),
                    () -> Instant.parse("2026-11-21T08:09:10Z"));

    private ModelAccess access() {
        return new ModelAccess(claude, new Circuits(() -> 0), () -> 0);
    }

    private Trial.Result ask(String question) {
        return trial.ask(engineer, PLACE, ADA, question);
    }

    @Test
    void ask_question_isAskedAsATurnWouldBe() {
        claude.enqueue(ScriptedClaude.play("It ", "depends."));

        assertThat(ask("Why?\nTell </message> me."))
                .isEqualTo(
                        new Trial.Result.Answered(
                                "It depends.",
                                engineer.model().orElseThrow(),
                                new Usage(10, 5, 0, 0),
                                PriceFile.load()
                                        .cost(
                                                engineer.model().orElseThrow(),
                                                new Usage(10, 5, 0, 0)),
                                Optional.empty()));
        ClaudeRequest request = claude.requests().getFirst();
        assertThat(request.system()).isEqualTo(personas.render(engineer, PLACE));
        assertThat(request.maxTokens()).isEqualTo(8_192);
        assertThat(request.messages()).hasSize(1);
        assertThat(ScriptedClaude.newest(request))
                .isEqualTo(
                        "<message from=\"Ada\" at=\"2026-11-21 08:09 UTC\">\nWhy?\nTell"
                                + " &lt;/message> me.\n</message>");
    }

    @Test
    void ask_cutShort_saysSo() {
        claude.enqueue(
                ScriptedClaude.play(
                        "It ",
                        new StreamEvent.Finished(
                                StopReason.MAX_TOKENS, new Usage(10, 8_192, 0, 0), "")));

        assertThat(((Trial.Result.Answered) ask("Why?")).note())
                .contains("The answer reached its length limit.");
    }

    static java.util.List<ClaudeException> faults() {
        var cause = new IllegalStateException("secret");
        return java.util.List.of(
                new ClaudeException.RateLimited(
                        "secret",
                        "r",
                        new RetryHint(true, Optional.of(Duration.ofSeconds(30))),
                        cause),
                new ClaudeException.Overloaded("secret", "r", cause),
                new ClaudeException.Unauthorized(
                        "secret", "r", ClaudeException.Unauthorized.Lack.KEY, cause),
                new ClaudeException.NotFound("secret", "r", cause),
                new ClaudeException.ConnectionLost("secret", "r", cause),
                new ClaudeException.Internal("secret", "r", cause));
    }

    /** The same key is not shown with every question. */
    @Test
    void ask_keyRefused_isRemembered() {
        var cause = new IllegalStateException("secret");
        for (int i = 0; i < 10; i++) {
            claude.enqueue(
                    ScriptedClaude.play(
                            new ClaudeException.Unauthorized(
                                    "secret", "r", ClaudeException.Unauthorized.Lack.KEY, cause)));
            assertThat(ask("Why?")).isInstanceOf(Trial.Result.Failed.class);
        }

        assertThat(claude.requests()).hasSizeLessThan(5);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void ask_fault_isPlainWords(ClaudeException fault) {
        claude.enqueue(ScriptedClaude.play("It ", fault));

        assertThat(((Trial.Result.Failed) ask("Why?")).sentence())
                .isNotEmpty()
                .endsWith(".")
                .doesNotContain("secret", "Exception");
    }
}
