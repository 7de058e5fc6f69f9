package parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MigrationsTest {
    @TempDir Path folder;
    private Path later;
    private String url;

    @BeforeEach
    void makeFolder() throws IOException {
        url = "jdbc:sqlite:" + folder.resolve("parley.db");
        later = Files.createDirectory(folder.resolve("later"));
        Files.writeString(
                later.resolve("V901__add_a_column.sql"),
                "ALTER TABLE conversation ADD COLUMN mood TEXT;\nUPDATE pulse SET beats = 4711;");
    }

    /** As a newer version of the program would. */
    private void migrateOn() {
        try (Sqlite dialect = Sqlite.open(url)) {
            Migrations.apply(dialect, dialect.migrations(), "filesystem:" + later);
        }
    }

    private List<String> schema() {
        try (Database database = Database.open(url)) {
            return database.read(handle ->
                    handle.createQuery(
                                    "SELECT sql FROM sqlite_schema UNION ALL SELECT version FROM"
                                            + " flyway_schema_history UNION ALL SELECT beats FROM"
                                            + " pulse")
                            .mapTo(String.class)
                            .list());
        }
    }

    @Test
    void apply_lastMigrationBroken_changesNothingAndTheVersionBeforeStarts() throws IOException {
        List<String> before = schema();
        Files.writeString(
                later.resolve("V902__break.sql"),
                "CREATE TABLE half (id INTEGER PRIMARY KEY);\nINSERT INTO nowhere VALUES (1);");

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(this::migrateOn)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("no such table: nowhere")
                    .hasMessageContaining("Nothing in it was changed")
                    .hasMessageContaining("the version before starts on it");
        }
        assertThat(schema()).isEqualTo(before);

        Files.writeString(later.resolve("V902__break.sql"), "CREATE TABLE whole (id INTEGER);");
        migrateOn();
        assertThatThrownBy(this::schema).hasMessageContaining("another version of Parley");
    }

    @Test
    void apply_noRoomForAMigration_changesNothing() throws IOException {
        List<String> before = schema();
        Files.writeString(
                later.resolve("V902__fill.sql"),
                "PRAGMA max_page_count = 1;\nCREATE TABLE big (b BLOB);\nINSERT INTO big VALUES"
                        + " (zeroblob(1000000));");

        assertThatThrownBy(this::migrateOn)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("The disk is full")
                .hasMessageContaining("Nothing in it was changed");
        assertThat(schema()).isEqualTo(before);
    }
}
