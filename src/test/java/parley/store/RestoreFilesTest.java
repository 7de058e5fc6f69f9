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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.chat.MessageId;
import parley.chat.PostedMessage;
import parley.contract.Events;
import parley.inbox.EntryState;

/** What becomes of the files when a backup is put in place. */
final class RestoreFilesTest extends RestoreFolder {
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
}
