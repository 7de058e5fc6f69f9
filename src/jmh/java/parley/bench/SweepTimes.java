package parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import parley.chat.Author;
import parley.chat.ChannelId;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.Platform;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.inbox.EntryState;
import parley.privacy.Erased;
import parley.privacy.Subject;
import parley.store.Database;
import parley.store.SqlErasure;
import parley.store.SqlJournal;

/**
 * What the daily sweep costs among 100,000 threads, and what events that come in meanwhile wait: a
 * look at every channel with nothing to remove, a thousand old threads, a person who said a
 * hundredth of everything, and the gaps of the whole file.
 */
public final class SweepTimes {
    private static final int THREADS = 100_000;
    private static final int CHANNELS = 50;
    private static final int OLD = 1_000;
    private static final int PEOPLE = 100;
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Path FOLDER = Path.of("target/bench/sweep");
    private static final String TEXT =
            "The quick brown fox jumps over the lazy dog and asks how the store is doing. ";

    private final AtomicBoolean done = new AtomicBoolean();
    private final Queue<Long> waits = new ConcurrentLinkedQueue<>();

    private SweepTimes() {}

    public static void main(String[] args) throws Exception {
        Path file = FOLDER.resolve("sweep.db");
        for (String end : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(Path.of(file + end));
        }
        String url = "jdbc:sqlite:" + file;
        Files.createDirectories(FOLDER);
        Database.open(url).close();
        build(url);
        try (Database database = Database.open(url)) {
            System.out.printf("%,d threads, %,d MB%n", THREADS, Files.size(file) / 1_000_000);
            new SweepTimes().measure(database);
        }
    }

    private void measure(Database database) throws InterruptedException {
        var erasure = new SqlErasure(database);
        var person = new Subject.Person(Platform.SLACK, new UserId("U7"));
        Thread events =
                Thread.ofPlatform().start(() -> accept(new SqlJournal(database, () -> NOW)));
        time("nothing to remove, cold", () -> sweep(erasure, Duration.ofDays(200)));
        time("nothing to remove", () -> sweep(erasure, Duration.ofDays(200)));
        time(OLD + " threads", () -> sweep(erasure, Duration.ofDays(90)));
        time("one of " + PEOPLE + " people", () -> erasure.person(person, NOW, Set.of()));
        time("the gaps", () -> erasure.overwriteGaps());
        done.set(true);
        events.join();
    }

    /** What is measured. */
    @FunctionalInterface
    private interface Step {
        Object run();
    }

    private void time(String what, Step step) {
        waits.clear();
        long began = System.nanoTime();
        Object outcome = step.run();
        System.out.printf(
                "%s: %,.0f ms, %s%n%s%n",
                what, (System.nanoTime() - began) / 1e6, outcome, Spread.heading());
        long[] meanwhile = waits.stream().mapToLong(Long::longValue).toArray();
        System.out.println(Spread.of(meanwhile).line(meanwhile.length + " events meanwhile"));
    }

    private static Erased sweep(SqlErasure erasure, Duration keep) {
        Erased all = Erased.NOTHING;
        for (ChannelId channel : erasure.channels()) {
            all = all.plus(erasure.old(channel, NOW.minus(keep)));
        }
        return all;
    }

    private void accept(SqlJournal journal) {
        ThreadId thread = ThreadId.parse("slack/T1/C-new/1");
        for (int number = 0; !done.get(); number++) {
            var message =
                    new Inbound.ThreadReply(
                            new EventId("new-" + number),
                            thread,
                            new Author(new UserId("U-new"), "New"),
                            NOW,
                            new MessageId("new-" + number),
                            "Hello",
                            List.of());
            long began = System.nanoTime();
            var _ = journal.append(message, EntryState.DELIVERED);
            waits.add(System.nanoTime() - began);
        }
    }

    private static void build(String url) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.createStatement().execute("PRAGMA cache_size = -200000");
            connection.setAutoCommit(false);
            try (PreparedStatement conversation =
                            connection.prepareStatement(
                                    "INSERT INTO conversation VALUES (?, ?, 'slack', 'T1', ?, ?, 4)");
                    PreparedStatement life =
                            connection.prepareStatement(
                                    "INSERT INTO thread_life VALUES (?, ?, ?)")) {
                for (int thread = 1; thread <= THREADS; thread++) {
                    String channel = "C" + thread % CHANNELS;
                    String name = "slack/T1/" + channel + "/1700000000." + thread;
                    long at =
                            micros(
                                    thread <= OLD
                                            ? Duration.ofDays(100)
                                            : Duration.ofDays(thread % 89));
                    conversation.setInt(1, thread);
                    conversation.setString(2, name);
                    conversation.setString(3, channel);
                    conversation.setLong(4, at);
                    conversation.addBatch();
                    life.setString(1, name);
                    life.setString(2, "slack/T1/" + channel);
                    life.setLong(3, at);
                    life.addBatch();
                }
                conversation.executeBatch();
                life.executeBatch();
            }
            connection.commit();
            for (int ordinal = 1; ordinal <= 4; ordinal++) {
                turns(connection, ordinal);
                connection.commit();
            }
        }
    }

    private static long micros(Duration ago) {
        return NOW.minus(ago).toEpochMilli() * 1_000;
    }

    private static void turns(Connection connection, int ordinal) throws SQLException {
        boolean question = ordinal % 2 == 1;
        String sql =
                question
                        ? "INSERT INTO turn (id, conversation_id, ordinal, role, message_id, author_id,"
                                + " author_name, sent_at, content)"
                                + " VALUES (?1 * 1048576 + ?2, ?1, ?2, 'USER', ?3, ?4, 'Ann', 0, ?5)"
                        : "INSERT INTO turn (id, conversation_id, ordinal, role, reference, asker_id,"
                                + " asker_name, asked_at, model, prefix_hash, content, text, outcome)"
                                + " VALUES (?1 * 1048576 + ?2, ?1, ?2, 'ASSISTANT', ?3, ?4, 'Ann', 0,"
                                + " 'claude-sonnet-5-5', 'abc', ?5, ?5, 'ANSWERED')";
        try (PreparedStatement insert = connection.prepareStatement(sql);
                PreparedStatement journal =
                        connection.prepareStatement(
                                "INSERT INTO journal (platform, event_id, thread, kind, state,"
                                        + " message_id, author_id, turn, happened_at, received_at, payload)"
                                        + " VALUES ('slack', ?1, ?2, 'THREAD_REPLY', 'DELIVERED', ?1, ?3,"
                                        + " ?4, 0, ?5, ?6)")) {
            for (int thread = 1; thread <= THREADS; thread++) {
                String person = "U" + thread % PEOPLE;
                String text = TEXT.repeat(question ? 2 : 6);
                insert.setInt(1, thread);
                insert.setInt(2, ordinal);
                insert.setString(3, (question ? "m" : "T-") + thread + "-" + ordinal);
                insert.setString(4, person);
                insert.setString(5, "[{\"type\":\"text\",\"text\":\"" + text + "\"}]");
                insert.addBatch();
                if (question) {
                    journal.setString(1, "m" + thread + "-" + ordinal);
                    journal.setString(
                            2, "slack/T1/C" + thread % CHANNELS + "/1700000000." + thread);
                    journal.setString(3, person);
                    journal.setString(4, "T-" + thread + "-" + (ordinal + 1));
                    journal.setLong(5, micros(Duration.ofDays(100)));
                    journal.setString(6, "{\"kind\":\"THREAD_REPLY\",\"text\":\"" + text + "\"}");
                    journal.addBatch();
                }
            }
            insert.executeBatch();
            journal.executeBatch();
        }
    }
}
