package parley.claude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.core.Timeout;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.testing.FakeReply;

/** The key goes to the server and nowhere else. */
final class ClaudeSettingsTest {
    @Test
    void timeouts_limitSilenceAndNotTheLengthOfAStream() {
        Timeout timeout =
                SdkClients.timeout(ClaudeSettings.of(Optional.of(ClaudeRig.KEY), Optional.empty()));

        assertThat(timeout.connect()).isEqualTo(Duration.ofSeconds(10));
        assertThat(timeout.read()).isEqualTo(Duration.ofSeconds(90));
        // Zero is no limit: a stream of thirteen minutes with an event every few seconds lives.
        assertThat(timeout.request()).isEqualTo(Duration.ZERO);
    }

    @Test
    void print_hidesKeyAndPassword() {
        ClaudeSettings settings =
                ClaudeSettings.of(
                        Optional.of(ClaudeRig.KEY),
                        Optional.of("https://me:hush@gate.example:99/x"));

        assertThat(settings.toString())
                .doesNotContain(ClaudeRig.KEY, "hush")
                .contains("apiKey=set", "gate.example:99");
    }

    @Test
    void nobodyToAsk_isRefused() {
        ClaudeSettings settings = ClaudeSettings.of(Optional.empty(), Optional.empty());

        assertThat(settings.reachable()).isFalse();
        assertThatThrownBy(() -> new AnthropicClaude(settings, () -> 0, () -> Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void library_printsNothing() {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try (ClaudeRig rig = new ClaudeRig()) {
            rig.server.enqueue(FakeReply.rateLimited(1).header("retry-after-ms", "1"));
            assertThatThrownBy(rig::collect).isInstanceOf(ClaudeException.RateLimited.class);
            rig.claude.warmUp();
        } finally {
            System.setErr(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .doesNotContain(ClaudeRig.KEY)
                .doesNotContain("Hello?");
    }

    @Test
    void warmUp_asksForNoAnswer() {
        try (ClaudeRig rig = new ClaudeRig()) {
            rig.claude.warmUp();

            assertThat(rig.server.requests()).isEmpty();
            assertThat(rig.server.modelRequests()).hasSize(1);
            assertThat(rig.server.connections()).isEqualTo(1);
        }
    }

    @Test
    void warmUp_withoutServer_isQuiet() {
        ClaudeRig rig = new ClaudeRig();
        rig.server.close();

        rig.claude.warmUp();
        rig.close();
    }
}
