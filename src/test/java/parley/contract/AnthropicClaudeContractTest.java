package parley.contract;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import parley.claude.AnthropicClaude;
import parley.claude.Claude;
import parley.claude.ClaudeSettings;
import parley.testing.FakeAnthropic;

final class AnthropicClaudeContractTest extends ClaudeContract {
    private final FakeAnthropic server = FakeAnthropic.start();
    private final Claude claude =
            new AnthropicClaude(
                    ClaudeSettings.of(Optional.of("key"), Optional.of(server.url())),
                    () -> 0,
                    () -> Instant.EPOCH);

    @Override
    Claude claude() {
        return claude;
    }

    @AfterEach
    void close() {
        claude.close();
        server.close();
    }
}
