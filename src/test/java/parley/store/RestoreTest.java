package parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.Platform;
import parley.chat.PostedMessage;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.contract.Answers;
import parley.contract.Events;
import parley.conversation.CompletedTurn;
import parley.conversation.Material;
import parley.conversation.OpenTurn;
import parley.conversation.Outcome;
import parley.inbox.Claim;
import parley.inbox.EntryState;
import parley.inbox.JournalEntry;
import parley.privacy.ErasureRequest;
import parley.privacy.Subject;

final class RestoreTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final Reference TURN = new Reference("T-1");

    /** Nothing is taken along of what is said there. */
    private static final ThreadId PLAYGROUND = ThreadId.parse("web/W1/general/1");

    @TempDir Path folder;
    private Path file;
    private Path copy;
    private String url;

    @BeforeEach
    void makeBackup() {
        file = folder.resolve("data/parley.db");
        copy = folder.resolve("copy.db");
        url = "jdbc:sqlite:" + file;
        try (Database database = Database.open(url)) {
            append(database, 1);
        }
    }

    private static void append(Database database, int n) {
        assertThat(
                        new SqlJournal(database, () -> Events.NOON)
                                .append(Events.mention("e" + n, "text"), EntryState.RECEIVED))
                .isPresent();
    }

    @Test
    void restore_questionsAnsweredSince_areNotAnsweredAgain() {
        Holdings made = backup();
        try (Database database = Database.open(url)) {
            settleAll(database);
        }

        assertThat(made.waiting()).isOne();
        assertThat(Restore.put(url, copy, NOON))
                .returns(1, Restore.Outcome::settled)
                .returns(0L, outcome -> outcome.holdings().waiting());
        try (Database database = Database.open(url)) {
            assertThat(new SqlJournal(database, () -> NOON).unfinished()).isEmpty();
        }
    }

    @Test
    void restore_questionsThatStillWait_areAnswered() {
        Holdings _ = backup();

        assertThat(Restore.put(url, copy, NOON.plus(Duration.ofDays(1))))
                .returns(0, Restore.Outcome::settled)
                .returns(1L, outcome -> outcome.holdings().waiting());
    }

    @Test
    void restore_nobodyKnowsWhatWasAnsweredSince_onlyFreshQuestionsAre() throws IOException {
        Holdings _ = backup();
        Files.delete(file);
        Restore.Outcome fresh = Restore.put(url, copy, NOON.plus(Duration.ofMinutes(9)));
        Files.delete(file);
        Restore.Outcome old = Restore.put(url, copy, NOON.plus(Duration.ofMinutes(11)));

        assertThat(fresh.settled()).isZero();
        assertThat(old.settled()).isOne();
    }

    @Test
    void restore_whatMessagesLookedLike_isNotKnown() {
        beginTurn();
        Holdings _ = backup();

        Restore.Outcome _ = Restore.put(url, copy, NOON);

        assertThat(begunTurn().messages()).containsExactly(new PostedMessage(new MessageId("p0")));
    }

    /** One message of it is done. */
    private void beginTurn() {
        try (Database database = Database.open(url)) {
            var store = new SqlConversationStore(database);
            Claim claim = new SqlJournal(database, () -> NOON).next(Events.THREAD).orElseThrow();
            assertThat(store.begin(claim, TURN, "", Material.NONE)).isPresent();
            store.posted(TURN, 0, new MessageId("p0"));
            store.looks(TURN, 0, Optional.of("so"));
        }
    }

    private OpenTurn begunTurn() {
        try (Database database = Database.open(url)) {
            return database.read(handle -> TurnRows.open(handle, TURN));
        }
    }

    @Test
    void restore_answerAskedForAnewThatNobodyAsksForAnyMore_standsAsBefore() {
        var turn = new Reference("T-1");
        try (Database database = Database.open(url)) {
            answer(database, turn);
            assertThat(
                            new SqlJournal(database, () -> NOON)
                                    .append(
                                            Events.retry("r1", Events.THREAD, turn),
                                            EntryState.RECEIVED))
                    .isPresent();
            begin(database, turn);
        }
        Holdings _ = backup();
        try (Database database = Database.open(url)) {
            new SqlConversationStore(database).shown(turn, true);
        }

        assertThat(Restore.put(url, copy, NOON).settled()).isOne();

        try (Database database = Database.open(url)) {
            var store = new SqlConversationStore(database);
            assertThat(store.find(turn).orElseThrow().outcome()).contains(Outcome.ANSWERED);
            assertThat(store.text(turn)).contains("That.");
        }
    }

    private static void begin(Database database, Reference turn) {
        Claim claim = new SqlJournal(database, () -> NOON).next(Events.THREAD).orElseThrow();
        assertThat(new SqlConversationStore(database).begin(claim, turn, "", Material.NONE))
                .isPresent();
    }

    private static void answer(Database database, Reference turn) {
        begin(database, turn);
        var store = new SqlConversationStore(database);
        CompletedTurn _ = store.complete(Answers.complete(turn, "That."));
        store.shown(turn, true);
    }

    @Test
    void restore_whatWasHeardSince_isKnownByItsBareIds() {
        Holdings _ = backup();
        try (Database database = Database.open(url)) {
            settleAll(database);
            append(database, 2);
            settleAll(database);
        }

        assertThat(Restore.put(url, copy, NOON).heard()).hasValue(1);
        try (Database database = Database.open(url)) {
            var journal = new SqlJournal(database, () -> NOON);
            assertThat(journal.unfinished()).isEmpty();
            assertThat(journal.find(Events.mention("e2", "")).orElseThrow())
                    .returns(EntryState.DELIVERED, JournalEntry::state)
                    .returns("", entry -> ((Inbound.Said) entry.event()).text())
                    .returns(Forgotten.NAME, entry -> entry.event().author().name());
            assertThat(journal.append(Events.mention("e2", "text"), EntryState.RECEIVED)).isEmpty();
            assertThat(new SqlWhereabouts(database).alive(Events.CHANNEL, Events.NOON, 9))
                    .containsExactly(Events.THREAD);
        }
    }

    @Test
    void restore_whatWasHeardADayBefore_isNotTakenAlong() {
        Holdings _ = backup();
        try (Database database = Database.open(url)) {
            settleAll(database);
            append(database, 2);
            settleAll(database);
        }

        assertThat(Restore.put(url, copy, NOON.plus(Duration.ofHours(26))).heard()).hasValue(0);
    }

    @Test
    void restore_nobodyKnowsWhatWasHeardSince_nothingOfBeforeIsLookedFor() throws IOException {
        Holdings _ = backup();
        Instant later = Instant.now().plus(Duration.ofDays(1));
        StoreFaults.damage(file);
        assertThat(Restore.put(url, copy, later).heard()).isEmpty();
        assertThat(knownSince()).isEqualTo(later.truncatedTo(ChronoUnit.MICROS));
        Files.delete(file);
        assertThat(Restore.put(url, copy, later.plusSeconds(1)).heard()).isEmpty();
        assertThat(knownSince()).isEqualTo(later.plusSeconds(1).truncatedTo(ChronoUnit.MICROS));

        assertThat(Restore.put(url, copy, later.plusSeconds(2)).heard()).hasValue(0);
        assertThat(knownSince()).isEqualTo(later.plusSeconds(1).truncatedTo(ChronoUnit.MICROS));
    }

    private Instant knownSince() {
        try (Database database = Database.open(url)) {
            return new SqlWhereabouts(database).knownSince();
        }
    }

    private static void settleAll(Database database) {
        var journal = new SqlJournal(database, () -> NOON);
        journal.settle(journal.next(Events.THREAD).orElseThrow().entries(), EntryState.DELIVERED);
    }

    private Holdings backup() {
        return Backup.make(url, copy);
    }

    private static int events(Database database) {
        return database.read(handle ->
                handle.createQuery("SELECT count(*) FROM journal").mapTo(Integer.class).one());
    }

    private int events() {
        try (Database database = Database.open(url)) {
            return events(database);
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void make_databaseNobodyUses_isCopiedForItsOwnerOnly() throws IOException {
        Holdings holdings = backup();

        assertThat(holdings.waiting()).isOne();
        assertThat(holdings).hasToString("0 conversations and 0 answers (" + megabytes() + " MB)");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rw-------");
    }

    private String megabytes() throws IOException {
        return String.format(java.util.Locale.ROOT, "%.1f", Files.size(copy) / 1e6);
    }

    @Test
    void put_ofANewerVersion_isRefused() {
        try (Database database = Database.open(url)) {
            int _ =
                    database.write(handle ->
                            handle.execute(
                                    "INSERT INTO flyway_schema_history SELECT 999, '999', 'later',"
                                            + " type, 'V999__x.sql', 1, installed_by, installed_on, 1,"
                                            + " 1 FROM flyway_schema_history WHERE version = '001'"));
        }

        assertThatThrownBy(this::backup)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("another version of Parley");
        assertThat(copy).doesNotExist();
        assertThatThrownBy(() -> Restore.put("jdbc:sqlite:" + folder.resolve("new.db"), file, NOON))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file + " was made by another version of Parley");
        assertThat(folder.resolve("new.db")).doesNotExist();
    }

    /** A backup of before an upgrade. */
    @Test
    void put_ofAnOlderVersion_isMigratedByTheNextStart() throws IOException {
        Path first = Files.createDirectory(folder.resolve("first"));
        String name = "V001__journal_and_conversations.sql";
        try (var script = getClass().getResourceAsStream("/db/migration/sqlite/" + name)) {
            Files.write(
                    first.resolve(name), java.util.Objects.requireNonNull(script).readAllBytes());
        }
        Path old = folder.resolve("old.db");
        try (Sqlite dialect = Sqlite.open("jdbc:sqlite:" + old)) {
            Migrations.apply(dialect, "filesystem:" + first);
        }

        beginTurn();

        // The one question is that of the newer database before it.
        assertThat(Restore.put(url, old, NOON).holdings().waiting()).isOne();
        assertThat(events()).isOne();
        assertThat(begunTurn().messages()).containsExactly(new PostedMessage(new MessageId("p0")));
        Files.delete(file);
        Instant later = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MICROS);
        assertThat(Restore.put(url, old, later).heard()).isEmpty();
        assertThat(knownSince()).isEqualTo(later);
    }

    /** As after kill -9: what is in the log belongs to what is kept. */
    @Test
    void put_overADatabaseWithALog_keepsBothTogetherAndLeavesNoneBeside() throws IOException {
        backup();
        Path killed = folder.resolve("killed.db");
        try (Database database = Database.open(url)) {
            assertThat(
                            new SqlJournal(database, () -> NOON)
                                    .append(
                                            Events.mention(PLAYGROUND, Events.ANN, "e2", "text"),
                                            EntryState.RECEIVED))
                    .isPresent();
            Files.copy(file, killed);
            Files.copy(Path.of(file + "-wal"), Path.of(killed + "-wal"));
        }
        Files.move(killed, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.move(Path.of(killed + "-wal"), Path.of(file + "-wal"));

        Path aside = Restore.put(url, copy, NOON).aside().orElseThrow();

        assertThat(files())
                .containsExactly("parley.db", "parley.db.2026-03-01T12-00-00Z", "parley.db.lock");
        assertThat(events()).isOne();
        Restore.put(url, aside, NOON.plusSeconds(1));
        assertThat(events()).isEqualTo(2);
    }

    @Test
    void put_overADamagedDatabase_keepsItByteByByte() throws IOException {
        backup();
        StoreFaults.damage(file);
        byte[] damaged = Files.readAllBytes(file);

        Path aside = Restore.put(url, copy, NOON).aside().orElseThrow();

        assertThat(aside).hasBinaryContent(damaged);
        assertThat(events()).isOne();
    }

    @Test
    void put_twiceInASecond_isRefusedAndChangesNothing() throws IOException {
        backup();
        Restore.put(url, copy, NOON);
        List<String> before = files();

        assertThatThrownBy(() -> Restore.put(url, copy, NOON))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("exists already");
        assertThat(files()).isEqualTo(before);
        assertThat(events()).isOne();
    }

    @Test
    void put_whereThereIsNone_makesIt() {
        backup();
        url = "jdbc:sqlite:" + folder.resolve("elsewhere/parley.db");

        assertThat(Restore.put(url, copy, NOON).aside()).isEmpty();
        assertThat(events()).isOne();
    }

    @Test
    void put_overOneWithAMode_keepsTheMode() throws IOException {
        backup();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        Restore.put(url, copy, NOON);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void put_ofADamagedBackup_changesNothing() throws IOException {
        backup();
        StoreFaults.damage(copy);
        List<String> before = files();

        assertThatThrownBy(() -> Restore.put(url, copy, NOON))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(copy + " is damaged");
        assertThat(files()).isEqualTo(before);
        assertThat(events()).isOne();
    }

    @Test
    void put_handsOnWishesThatTheBackupDoesNotKnow() {
        Holdings _ = backup();
        var ann = new Subject.Person(Platform.SLACK, new UserId("U1"));
        try (Database database = Database.open(url)) {
            ErasureRequest wish = new SqlErasures(database).add(ann, NOON);
            new SqlErasures(database).done(wish, NOON);
        }

        assertThat(Restore.put(url, copy, NOON).wishes()).hasValue(1);
        try (Database database = Database.open(url)) {
            assertThat(new SqlErasures(database).open())
                    .extracting(ErasureRequest::subject)
                    .containsExactly(ann);
        }
        assertThat(Restore.put(url, copy, NOON.plusSeconds(1)).wishes()).hasValue(1);
    }
}
