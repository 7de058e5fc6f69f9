package parley;

import java.net.URI;
import java.time.Duration;
import parley.claude.AnthropicClaude;
import parley.claude.Claude;
import parley.claude.ClaudeSettings;
import parley.claude.ModelId;
import parley.claude.OfflineClaude;

/** Chooses who answers: Claude when there is a key or an address, else the offline model. */
final class Models {
    /** About as fast as people read, so that the playground shows how an answer grows. */
    private static final Duration OFFLINE_PAUSE = Duration.ofMillis(15);

    private Models() {}

    static Claude connect(Settings settings, SystemTime time) {
        ClaudeSettings claude =
                ClaudeSettings.of(
                        settings.anthropicApiKey().map(Secret::value),
                        settings.anthropicBaseUrl().map(URI::toString));
        return claude.reachable()
                ? new AnthropicClaude(
                        settings.patience().map(claude::withSilence).orElse(claude),
                        time::nanos,
                        time)
                : new OfflineClaude(OFFLINE_PAUSE);
    }

    /** Whether the model can be asked; whoever answers offline knows no model by name. */
    static boolean known(Claude claude, ModelId model) {
        return claude.offline() || claude.check(model).isEmpty();
    }
}
