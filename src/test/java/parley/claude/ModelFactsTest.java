package parley.claude;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.testing.FakeAnthropic;
import parley.testing.FakeReply;
import parley.testing.ManualTicker;

/** What models can take: told by the server, else assumed. */
final class ModelFactsTest {
    private static final ModelTable TABLE = ModelTable.load();

    private final FakeAnthropic server = FakeAnthropic.start();
    private final ManualTicker ticker = new ManualTicker();

    @AfterEach
    void close() {
        server.close();
    }

    private AnthropicClaude claude(Duration longest) {
        ClaudeSettings usual = ClaudeRig.settings(server.url());
        ClaudeSettings settings =
                new ClaudeSettings(
                        usual.apiKey(), usual.baseUrl(), usual.connect(), usual.silence(), longest);
        return new AnthropicClaude(settings, ticker::nanos, () -> Instant.EPOCH);
    }

    @Test
    void server_isAskedOnceADay() {
        server.models(name -> FakeAnthropic.model(name, 300_000, 9_000, "low", "max"));
        try (AnthropicClaude claude = claude(Duration.ofSeconds(20))) {
            ModelFacts facts = claude.facts(ClaudeRig.SONNET);
            assertThat(facts)
                    .isEqualTo(
                            new ModelFacts(
                                    ClaudeRig.SONNET,
                                    300_000,
                                    9_000,
                                    Set.of(Effort.LOW, Effort.MAX),
                                    false,
                                    2.7));

            ticker.advance(Duration.ofHours(23));
            assertThat(claude.facts(ClaudeRig.SONNET)).isEqualTo(facts);
            assertThat(server.modelRequests()).hasSize(1);

            ticker.advance(Duration.ofHours(2));
            assertThat(claude.facts(ClaudeRig.SONNET)).isEqualTo(facts);
            assertThat(server.modelRequests()).hasSize(2);
        }
    }

    @Test
    void failure_isRememberedForFiveMinutes() {
        server.models(_ -> FakeReply.status(500, "api_error", "Oops"));
        try (AnthropicClaude claude = claude(Duration.ofSeconds(20))) {
            assertThat(claude.facts(ClaudeRig.SONNET)).isEqualTo(TABLE.facts(ClaudeRig.SONNET));
            assertThat(claude.facts(ClaudeRig.SONNET)).isNotNull();
            assertThat(server.modelRequests()).hasSize(1);

            ticker.advance(Duration.ofMinutes(6));
            server.models(name -> FakeAnthropic.model(name, 300_000, 9_000));

            assertThat(claude.facts(ClaudeRig.SONNET).contextTokens()).isEqualTo(300_000);
        }
    }

    @Test
    void silentServer_costsNoMoreThanTheLimit() {
        server.models(_ -> FakeReply.silence().stall());
        try (AnthropicClaude claude = claude(Duration.ofMillis(100))) {
            assertThat(claude.facts(ClaudeRig.SONNET)).isEqualTo(TABLE.facts(ClaudeRig.SONNET));
        }
    }

    @Test
    void poorAnswer_isFilledUp() {
        server.models(
                name -> FakeReply.body(200, "{\"id\": \"" + name + "\", \"object\": \"model\"}"));
        try (AnthropicClaude claude = claude(Duration.ofSeconds(20))) {
            ModelId local = new ModelId("qwen3");

            assertThat(claude.facts(local)).isEqualTo(TABLE.facts(local));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "claude-sonnet-5-5, 1000000, 128000, 5, false, 2.7",
        "claude-haiku-4-5-20251001, 200000, 64000, 0, false, 3.5",
        "anthropic/claude-opus-5-5, 1000000, 128000, 5, false, 2.7",
        "us.anthropic.claude-haiku-4-5-20251001-v1:0, 200000, 64000, 0, false, 3.5",
        "claude-opus-9, 200000, 8192, 0, false, 2.7",
        "qwen3:30b, 32000, 8192, 0, true, 3.5"
    })
    void table_knowsOrAssumes(
            String name, long context, long output, int efforts, boolean sampling, double density) {
        ModelFacts facts = TABLE.facts(new ModelId(name));

        assertThat(facts.contextTokens()).isEqualTo(context);
        assertThat(facts.maxOutputTokens()).isEqualTo(output);
        assertThat(facts.efforts()).hasSize(efforts);
        assertThat(facts.sampling()).isEqualTo(sampling);
        assertThat(facts.charactersPerToken()).isEqualTo(density);
    }

    @Test
    void efforts_areAllKnown() {
        assertThat(TABLE.facts(ClaudeRig.SONNET).efforts()).isEqualTo(EnumSet.allOf(Effort.class));
    }

    @Test
    void check_saysWhatIsWrong() {
        try (AnthropicClaude claude = claude(Duration.ofSeconds(20))) {
            assertThat(claude.check(ClaudeRig.SONNET)).isEmpty();

            server.models(_ -> FakeReply.status(401, "authentication_error", "invalid x-api-key"));
            assertThat(claude.check(ClaudeRig.SONNET).map(Throwable::getMessage))
                    .contains("The key is not accepted: invalid x-api-key");

            server.close();
            assertThat(claude.check(ClaudeRig.SONNET)).isPresent();
        }
    }
}
