package parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.contract.Events.BOB;
import static parley.contract.Events.NOON;
import static parley.contract.Events.THREAD;
import static parley.inbox.EntryState.NOTED;
import static parley.inbox.EntryState.RECEIVED;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chat.Author;
import parley.chat.Inbound;
import parley.chat.Platform;
import parley.chat.Reference;
import parley.chat.UserId;
import parley.contract.Answers;
import parley.contract.Events;
import parley.conversation.Material;
import parley.conversation.Outcome;
import parley.inbox.EntryState;
import parley.privacy.Erased;
import parley.privacy.Subject;

/** Forgetting reaches an answer that is only kept until there is a new one. */
final class RetryErasureTest {
    private static final String MARK = "swordfish-";
    private static final Author EVE = new Author(new UserId("U7"), MARK + "Eve");
    private static final Subject.Person PERSON = new Subject.Person(Platform.SLACK, EVE.id());

    private final TestDatabase test = new TestDatabase();
    private final SqlJournal journal = new SqlJournal(test.get(), () -> NOON);
    private final SqlConversationStore store = new SqlConversationStore(test.get());
    private final SqlErasure erasure = new SqlErasure(test.get());

    @AfterEach
    void close() {
        test.close();
    }

    private boolean onDisk() throws IOException {
        try (Stream<Path> files = Files.list(test.file().getParent())) {
            for (Path file : files.toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(MARK)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void accept(Inbound event, EntryState state) {
        assertThat(journal.append(event, state)).isPresent();
    }

    private void begin(Reference turn) {
        assertThat(store.begin(journal.next(THREAD).orElseThrow(), turn, "", Material.NONE))
                .isPresent();
    }

    private Reference ask(Inbound question) {
        var turn = new Reference("T-1");
        accept(question, RECEIVED);
        begin(turn);
        return turn;
    }

    private void answer(Reference turn, String text) {
        store.complete(Answers.complete(turn, text));
        store.shown(turn, true);
    }

    private void stopped(Reference turn) {
        String sql = "UPDATE turn SET outcome = 'STOPPED', note = ? WHERE reference = ?";
        String note = "Stopped by " + EVE.name() + ".";
        int _ = test.get().write(handle -> handle.execute(sql, note, turn.value()));
    }

    private Erased forget() {
        Erased erased = erasure.person(PERSON, NOON.plusSeconds(90), Set.of(EVE.name()));
        assertThat(erasure.overwriteGaps()).isTrue();
        return erased;
    }

    private void retry(Reference turn) {
        accept(Events.retry("r-" + turn, THREAD, turn), RECEIVED);
        begin(turn);
    }

    @Test
    void answerThatStandsWhileAnotherIsAskedFor_isErasedAndDoesNotComeBack() throws IOException {
        Reference turn = ask(Events.mention(THREAD, EVE, "m1", MARK));
        answer(turn, MARK);
        retry(turn);

        assertThat(forget().answers()).isEqualTo(1);
        assertThat(onDisk()).isFalse();
        store.complete(Answers.missed(turn, "No new one.", NOON));
        store.shown(turn, true);

        assertThat(store.text(turn)).contains("");
        assertThat(store.find(turn).orElseThrow().outcome()).contains(Outcome.FAILED);
        assertThat(onDisk()).isFalse();
    }

    @Test
    void whyThereIsNoNewAnswer_isErasedWithTheAnswer() throws IOException {
        Reference turn = ask(Events.mention(THREAD, EVE, "m1", "?"));
        answer(turn, "Well");
        retry(turn);
        store.complete(Answers.missed(turn, "Claude declined: " + MARK, NOON));
        store.shown(turn, true);

        forget();

        assertThat(onDisk()).isFalse();
    }

    @Test
    void answerToOthersThatIsAskedForAnew_losesTheNameOfWhoStoppedIt() throws IOException {
        Reference turn = ask(Events.mention(THREAD, BOB, "m2", "?"));
        answer(turn, "Well");
        stopped(turn);
        accept(Events.mention(THREAD, EVE, "m3", "Stop!"), NOTED);
        retry(turn);

        forget();

        assertThat(onDisk()).isFalse();
        store.complete(Answers.missed(turn, "No new one.", NOON));
        assertThat(store.find(turn).orElseThrow().outcome()).contains(Outcome.STOPPED);
    }
}
