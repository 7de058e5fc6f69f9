package parley.contract;

import parley.claude.Claude;
import parley.testing.ScriptedClaude;

final class ScriptedClaudeContractTest extends ClaudeContract {
    private final ScriptedClaude claude = new ScriptedClaude();

    @Override
    Claude claude() {
        return claude;
    }
}
