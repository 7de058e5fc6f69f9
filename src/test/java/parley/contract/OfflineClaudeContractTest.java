package parley.contract;

import java.time.Duration;
import parley.claude.Claude;
import parley.claude.OfflineClaude;

final class OfflineClaudeContractTest extends ClaudeContract {
    private final Claude claude = new OfflineClaude(Duration.ZERO);

    @Override
    Claude claude() {
        return claude;
    }
}
