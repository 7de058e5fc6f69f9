package parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.store.Database;

/**
 * A database of a million messages in threads of 200, built once and kept. Rows go in as time
 * brings them, every thread's first message before any second one, which is the unkind order.
 */
final class MillionMessages {
    static final int THREADS = 5_000;
    static final int PER_THREAD = 200;

    private static final Path FILE = Path.of("target/bench/million.db");
    private static final String WORDS =
            "The quick brown fox jumps over the lazy dog and asks how the store is doing today. ";

    private MillionMessages() {}

    static ThreadId thread(int number) {
        return ThreadId.parse("slack/T1/C" + number % 50 + "/1700000000." + number);
    }

    /** The empty answer at the end of that thread. */
    static Reference openAnswer(int thread) {
        return new Reference("T-" + thread + "-" + (PER_THREAD + 1));
    }

    static Database open() throws IOException, SQLException {
        if (Files.notExists(FILE)) {
            build();
        }
        return Database.open("jdbc:sqlite:" + FILE);
    }

    private static void build() throws IOException, SQLException {
        Path unfinished = Path.of(FILE + ".unfinished");
        Files.deleteIfExists(unfinished);
        Database.open("jdbc:sqlite:" + unfinished).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + unfinished)) {
            connection.createStatement().execute("PRAGMA cache_size = -200000");
            connection.setAutoCommit(false);
            fillConversations(connection);
            for (int ordinal = 1; ordinal <= PER_THREAD + 1; ordinal++) {
                fillTurns(connection, ordinal);
                connection.commit();
            }
        }
        // Opening and closing once more folds the log into the file before it is renamed.
        Database.open("jdbc:sqlite:" + unfinished).close();
        Files.move(unfinished, FILE);
    }

    private static void fillConversations(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO conversation VALUES (?, ?, 'slack', 'T1', 'C1', 0, ?)")) {
            for (int thread = 0; thread < THREADS; thread++) {
                insert.setLong(1, thread + 1L);
                insert.setString(2, thread(thread).toString());
                insert.setInt(3, PER_THREAD + 1);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void fillTurns(Connection connection, int ordinal) throws SQLException {
        boolean question = ordinal % 2 == 1 && ordinal <= PER_THREAD;
        String sql =
                question
                        ? "INSERT INTO turn (id, conversation_id, ordinal, role, message_id, author_id,"
                                + " author_name, sent_at, content)"
                                + " VALUES (?1 * 1048576 + ?2, ?1, ?2, 'USER', ?3, 'U1', 'Ann', 0, ?4)"
                        : "INSERT INTO turn (id, conversation_id, ordinal, role, reference, asker_id,"
                                + " asker_name, asked_at, model, prefix_hash, content, text)"
                                + " VALUES (?1 * 1048576 + ?2, ?1, ?2, 'ASSISTANT', ?3, 'U1', 'Ann', 0,"
                                + " 'claude-sonnet-5-5', 'abc', ?4, ?5)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int thread = 0; thread < THREADS; thread++) {
                String text = WORDS.repeat(question ? 2 : 6);
                insert.setLong(1, thread + 1L);
                insert.setInt(2, ordinal);
                insert.setString(
                        3, question ? "m" + thread + "-" + ordinal : "T-" + thread + "-" + ordinal);
                insert.setString(
                        4,
                        ordinal > PER_THREAD
                                ? "[]"
                                : "[{\"type\":\"text\",\"text\":\"" + text + "\"}]");
                if (!question) {
                    insert.setString(5, text);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
