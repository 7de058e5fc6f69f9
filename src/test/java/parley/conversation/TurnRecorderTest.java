package parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.claude.ContentBlock;
import parley.claude.ModelId;
import parley.claude.StopReason;
import parley.prompt.Persona;
import parley.store.Database;
import parley.store.SqlConversationStore;
import parley.testing.TestPersonas;
import parley.usage.ModelReason;
import parley.usage.PriceFile;

final class TurnRecorderTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir Path folder;
    private Database database;

    @BeforeEach
    void open() {
        database = Database.open("jdbc:sqlite:" + folder.resolve("test.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void explain_anyAnswer_namesThePersonasVersionAndHash() {
        var store = new SqlConversationStore(database);
        var recorder = new TurnRecorder(store, PriceFile.load(), () -> NOON, new Silent());
        Persona persona = TestPersonas.bundled(() -> 0).resolve(ThreadId.parse("slack/W1/C1/1"));
        var answer =
                new Answer(
                        Outcome.ANSWERED,
                        new ModelId("claude-test"),
                        ModelReason.PERSONA,
                        List.of(new ContentBlock.Text("Yes.")),
                        "prefix",
                        Optional.of(StopReason.END_TURN),
                        "",
                        Optional.empty(),
                        Optional.empty());

        CompletedTurn turn =
                recorder.explain(new Reference("T-1"), persona, new Gathered(), answer, NOON);

        assertThat(turn.persona().value()).isEqualTo("default");
        assertThat(turn.personaVersion()).isEqualTo(1);
        assertThat(turn.personaHash()).isEqualTo(persona.hash());
    }

    private static final class Silent implements TurnObserver {
        @Override
        public void firstToken(Duration sinceAsked) {}

        @Override
        public void completed(CompletedTurn turn) {}

        @Override
        public void fault(String kind) {}
    }
}
