package parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.contract.Events.NOON;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.PostedMessage;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.contract.Answers;
import parley.contract.Events;
import parley.conversation.FileRoom;
import parley.conversation.Material;
import parley.conversation.OpenTurn;
import parley.conversation.Turn;
import parley.inbox.Claim;
import parley.inbox.EntryState;

/** Makes and restores backups, and does between what a program would. */
abstract class RestoreRig {
    static final Reference T1 = new Reference("T-1");
    static final Reference T2 = new Reference("T-2");
    static final Reference T3 = new Reference("T-3");
    static final Reference FRESH = new Reference("T-9");
    static final Inbound.Said FIRST = Events.mention("m1", "first");
    static final Inbound.Said SECOND = Events.mention("m2", "second");

    @TempDir Path folder;

    @BeforeEach
    final void make() {
        in(_ -> {});
    }

    final String url() {
        return "jdbc:sqlite:" + folder.resolve("parley.db");
    }

    final Path copy() {
        return folder.resolve("copy.db");
    }

    final void in(Consumer<Database> deeds) {
        try (Database database = Database.open(url())) {
            deeds.accept(database);
        }
    }

    final <T> T ask(Function<Database, T> question) {
        try (Database database = Database.open(url())) {
            return question.apply(database);
        }
    }

    final void backup() {
        Holdings _ = Backup.make(url(), copy());
    }

    final Restore.Outcome restore() {
        return Restore.put(url(), copy(), NOON.plusSeconds(60));
    }

    static SqlJournal journal(Database database) {
        return new SqlJournal(database, () -> NOON);
    }

    static void hear(Database database, Inbound... events) {
        for (Inbound event : events) {
            assertThat(journal(database).append(event, EntryState.RECEIVED)).isPresent();
        }
    }

    static Claim next(Database database, ThreadId thread) {
        return journal(database).next(thread).orElseThrow();
    }

    static OpenTurn begin(Database database, ThreadId thread, Reference turn) {
        return begin(database, thread, turn, Material.NONE);
    }

    static OpenTurn begin(Database database, ThreadId thread, Reference turn, Material material) {
        return new SqlConversationStore(database)
                .begin(next(database, thread), turn, "Go on.", material)
                .orElseThrow();
    }

    static void post(Database database, Reference turn, String message) {
        new SqlConversationStore(database).posted(turn, 0, new MessageId(message));
    }

    static void complete(Database database, Reference turn, String text) {
        new SqlConversationStore(database).complete(Answers.complete(turn, text));
    }

    static void answer(Database database, ThreadId thread, Reference turn) {
        OpenTurn _ = begin(database, thread, turn);
        post(database, turn, "answer-" + turn);
        complete(database, turn, "text of " + turn);
        new SqlConversationStore(database).shown(turn, true);
    }

    /** Who goes on with the thread gets that turn. */
    final OpenTurn resumed(ThreadId thread) {
        return ask(database -> begin(database, thread, FRESH));
    }

    final List<ThreadId> unfinished() {
        return ask(database -> journal(database).unfinished());
    }

    final List<String> history(OpenTurn turn) {
        return ask(database ->
                new SqlConversationStore(database)
                        .before(turn, FileRoom.WHOLE).turns().stream()
                                .map(Turn::content)
                                .map(Object::toString)
                                .toList());
    }

    final void assertShows(OpenTurn turn, String... messages) {
        assertThat(turn.messages())
                .extracting(PostedMessage::id)
                .containsExactly(
                        List.of(messages).stream().map(MessageId::new).toArray(MessageId[]::new));
    }
}
