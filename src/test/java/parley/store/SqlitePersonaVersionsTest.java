package parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chat.Platform;
import parley.chat.WorkspaceId;
import parley.contract.Events;
import parley.contract.PersonaVersionsContract;
import parley.prompt.PersonaId;
import parley.prompt.PersonaVersion;
import parley.prompt.PersonaVersions;

final class SqlitePersonaVersionsTest extends PersonaVersionsContract {
    private static final WorkspaceId WORKSPACE = new WorkspaceId(Platform.SLACK, "W1");
    private static final PersonaId SCRIBE = new PersonaId("scribe");

    private final TestDatabase database = new TestDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected PersonaVersions versions() {
        return new SqlPersonaVersions(database.get());
    }

    private void note() {
        var draft =
                new PersonaVersion(
                        0,
                        SCRIBE,
                        PersonaVersion.Source.FILE,
                        "text",
                        "hash",
                        Optional.empty(),
                        Events.NOON,
                        "");
        versions().noteFiles(List.of(draft));
    }

    @Test
    void versions_cannotBeChangedOrTakenAway() {
        note();

        assertThatThrownBy(() -> execute("UPDATE persona_version SET text = 'x'"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> execute("DELETE FROM persona_version"))
                .hasMessageContaining("append-only");
        assertThat(versions().history(WORKSPACE, SCRIBE)).hasSize(1);
    }

    private void execute(String sql) {
        var _ = database.get().write(handle -> handle.execute(sql));
    }

    @Test
    void versions_afterARestart_areThere() {
        note();
        var before = versions().history(WORKSPACE, SCRIBE);
        database.reopen();

        assertThat(versions().history(WORKSPACE, SCRIBE)).isEqualTo(before).hasSize(1);
    }
}
