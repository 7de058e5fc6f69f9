package parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseTest {
    @TempDir Path folder;

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("new/folder/parley.db");
    }

    private static String pragma(Handle handle, String name) {
        return handle.createQuery("PRAGMA " + name).mapTo(String.class).one();
    }

    @Test
    void open_newFile_makesFolderAndTables() {
        try (Database database = Database.open(url())) {
            assertThat(database.check()).isEmpty();
            assertThat(database.check()).isEmpty();
        }
        assertThat(folder.resolve("new/folder/parley.db")).isNotEmptyFile();
        assertThat(folder.resolve("new/folder/parley.db-wal")).doesNotExist();
        try (Database database = Database.open(url())) {
            assertThat(database.check()).isEmpty();
        }
    }

    @Test
    void connections_asOpened_areSetUpForSafety() {
        try (Database database = Database.open(url())) {
            String writer =
                    database.write(handle ->
                            pragma(handle, "journal_mode")
                                    + pragma(handle, "synchronous")
                                    + pragma(handle, "foreign_keys")
                                    + pragma(handle, "secure_delete"));
            assertThat(writer).isEqualTo("wal211");
            assertThatThrownBy(() -> database.read(handle -> handle.execute("DELETE FROM journal")))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("cannot be written");
        }
    }

    @Test
    void open_inUse_isRefusedWithASentence() {
        try (Database first = Database.open(url())) {
            assertThatThrownBy(() -> Database.open(url()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("in use by another Parley");
            assertThat(first.check()).isEmpty();
        }
    }

    @Test
    void open_inUseUnderAnotherName_isRefused() throws IOException {
        try (Database first = Database.open(url())) {
            Path file = Files.createSymbolicLink(folder.resolve("link.db"), inUse());
            Path home = Files.createSymbolicLink(folder.resolve("home"), inUse().getParent());
            for (Path name : List.of(file, home.resolve("parley.db"))) {
                String other = "jdbc:sqlite:" + name;
                assertThatThrownBy(() -> Database.open(other))
                        .hasMessageContaining("in use by another Parley");
                assertThatThrownBy(() -> Restore.put(other, inUse(), Instant.EPOCH))
                        .hasMessageContaining("in use by another Parley");
            }
            assertThat(first.check()).isEmpty();
        }
    }

    @Test
    void open_lockFileLeftByOneThatDied_isNoObstacle() throws IOException {
        Database.open(url()).close();
        Files.writeString(Path.of(inUse() + ".lock"), "4711");

        try (Database database = Database.open(url())) {
            assertThat(database.check()).isEmpty();
        }
    }

    private Path inUse() {
        return folder.resolve("new/folder/parley.db");
    }

    @Test
    void open_noPlainFile_isRefusedWithoutRepeatingTheAddress() {
        for (String url :
                new String[] {
                    "jdbc:sqlite:",
                    "jdbc:sqlite::memory:",
                    "jdbc:sqlite:file:x?mode=memory",
                    "jdbc:postgresql://me:secret@host/db",
                    ""
                }) {
            assertThatThrownBy(() -> Database.open(url))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("PARLEY_DATABASE")
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void open_noDatabase_saysSo() throws IOException {
        Path file = folder.resolve("notes.txt");
        Files.writeString(file, "these are not the rows that you are looking for".repeat(100));

        assertThatThrownBy(() -> Database.open("jdbc:sqlite:" + file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("no SQLite database");
        assertThat(file).content().startsWith("these are");
    }

    @Test
    void open_folderIsAFile_saysSo() throws IOException {
        Path file = Files.createFile(folder.resolve("data"));

        assertThatThrownBy(() -> Database.open("jdbc:sqlite:" + file.resolve("parley.db")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void open_migrationChangedAfterwards_stopsAndTouchesNothing() {
        tamper("UPDATE flyway_schema_history SET checksum = checksum + 1 WHERE version = '001'");

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> Database.open(url()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("another version of Parley")
                    .hasMessageContaining("checksum mismatch");
        }
    }

    @Test
    void open_databaseOfANewerParley_stops() {
        tamper(
                "INSERT INTO flyway_schema_history SELECT 999, '999', 'later', type, 'V999__x.sql',"
                        + " 1, installed_by, installed_on, 1, 1 FROM flyway_schema_history WHERE version = '001'");

        assertThatThrownBy(() -> Database.open(url()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("another version of Parley");
    }

    private void tamper(String sql) {
        try (Database database = Database.open(url())) {
            int rows = database.write(handle -> handle.execute(sql));
            assertThat(rows).isEqualTo(1);
        }
    }
}
