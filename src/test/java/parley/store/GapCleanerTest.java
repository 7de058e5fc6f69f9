package parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chat.Platform;
import parley.chat.UserId;
import parley.privacy.Erased;
import parley.privacy.Subject;

/**
 * Text that SQLite moved about between pages leaves copies behind that deleting does not reach;
 * after the cleaning there are none, and the database is as sound as before.
 */
final class GapCleanerTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final int CONVERSATIONS = 120;
    private static final int MESSAGES = 2_500;
    private static final Pattern EVES = Pattern.compile("mark-eve-\\d+");
    private static final Pattern BOBS = Pattern.compile("mark-bob-\\d+");

    private final TestDatabase test = new TestDatabase();
    private final SqlErasure erasure = new SqlErasure(test.get());

    @AfterEach
    void close() {
        test.close();
    }

    /** Conversations that grow side by side: rows go into the middle of the file. */
    private void fill(Random random) {
        int[] last = new int[CONVERSATIONS + 1];
        List<Integer> all = IntStream.range(0, MESSAGES).boxed().toList();
        test.get()
                .write(handle -> {
                    for (int id = 1; id <= CONVERSATIONS; id++) {
                        handle.execute(
                                "INSERT INTO conversation VALUES (?, ?, 'slack', 'W', 'C', 0, 0)",
                                id,
                                "slack/W/C/" + id);
                    }
                    return true;
                });
        long _ =
                Chunks.each(
                        test.get(),
                        all,
                        (handle, numbers) -> {
                            numbers.forEach(number -> add(handle, random, last, number));
                            return numbers.size();
                        });
    }

    private static void add(Handle handle, Random random, int[] last, int number) {
        int conversation = 1 + random.nextInt(CONVERSATIONS);
        String who = random.nextInt(3) == 0 ? "eve" : "bob";
        String text = "mark-" + who + "-" + number + " " + "x".repeat(random.nextInt(3_000));
        handle.execute(
                "INSERT INTO turn (id, conversation_id, ordinal, role, message_id, author_id,"
                        + " author_name, sent_at, content) VALUES (? * 1048576 + ?, ?, ?, 'USER',"
                        + " ?, ?, ?, 0, ?)",
                conversation,
                ++last[conversation],
                conversation,
                last[conversation],
                "m" + number,
                who,
                who,
                "[{\"type\":\"text\",\"text\":\"" + text + "\"}]");
    }

    private long onDisk(Pattern mark) throws IOException {
        String raw = Files.readString(test.file(), StandardCharsets.ISO_8859_1);
        return mark.matcher(raw).results().map(it -> it.group()).distinct().count();
    }

    private String integrity() {
        return test.get()
                .read(handle ->
                        handle.createQuery("PRAGMA integrity_check").mapTo(String.class).one());
    }

    private void forgetEve() {
        Erased erased =
                erasure.person(
                        new Subject.Person(Platform.SLACK, new UserId("eve")), NOON, Set.of());
        assertThat(erased.messages()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void clean_textThatWasMovedAbout_isGone(int seed) throws IOException {
        fill(new Random(seed));
        forgetEve();

        assertThat(erasure.overwriteGaps()).isTrue();

        assertThat(onDisk(EVES)).isZero();
        assertThat(onDisk(BOBS)).isEqualTo(bobs());
        assertThat(integrity()).isEqualTo("ok");
    }

    private long bobs() {
        return test.get()
                .read(handle ->
                        handle.createQuery(
                                        "SELECT count(*) FROM turn WHERE author_id = 'bob'"
                                                + " AND content <> '[]'")
                                .mapTo(Long.class)
                                .one());
    }

    @Test
    void clean_whileOthersWriteAndRead_harmsNothing() throws Exception {
        fill(new Random(4));
        forgetEve();
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = Thread.ofVirtual().start(() -> write(done));

        boolean cleaned = false;
        for (int tries = 0; tries < 50 && !cleaned; tries++) {
            cleaned = erasure.overwriteGaps();
        }
        done.set(true);
        writer.join();

        assertThat(cleaned).isTrue();
        test.reopen();
        assertThat(onDisk(EVES)).isZero();
        assertThat(integrity()).isEqualTo("ok");
        assertThat(bobs()).isEqualTo(onDisk(BOBS));
    }

    /** Rewrites what is there with other lengths, so that pages are split and filled anew. */
    private void write(AtomicBoolean done) {
        Random random = new Random(5);
        while (!done.get()) {
            String filling = " ".repeat(1 + random.nextInt(2_000));
            int ordinal = 1 + random.nextInt(20);
            var _ =
                    test.get()
                            .write(handle ->
                                    handle.createUpdate(
                                                    "UPDATE turn SET content = trim(content) || :more"
                                                            + " WHERE ordinal = :ordinal AND author_id = 'bob'")
                                            .bind("more", filling)
                                            .bind("ordinal", ordinal)
                                            .execute());
            assertThat(bobs()).isPositive();
        }
    }

    @Test
    void clean_beforeEachSlice_othersHaveTheirTurn() {
        fill(new Random(6));
        Jdbi writers = Jdbi.create(test.url());
        AtomicInteger turns = new AtomicInteger();
        try (var cleaner = new GapCleaner(test.file())) {
            assertThat(
                            cleaner.clean(
                                    writers,
                                    GapCleanerTest::emptyLog,
                                    () -> turns.incrementAndGet() > 0))
                    .isTrue();
            assertThat(turns).hasValue(slices()).hasValueGreaterThan(1);

            turns.set(0);
            assertThat(
                            cleaner.clean(
                                    writers,
                                    GapCleanerTest::emptyLog,
                                    () -> turns.incrementAndGet() < 2))
                    .isFalse();
            assertThat(turns).hasValue(2);
        }
    }

    private static boolean emptyLog(Handle handle) {
        return handle.createQuery("PRAGMA wal_checkpoint(TRUNCATE)")
                .map((row, context) -> row.getInt(1) == 0)
                .one();
    }

    private int slices() {
        return Math.ceilDiv((int) test.file().toFile().length(), 4 * 1024 * 1024);
    }

    @Test
    void clean_databaseIsClosed_isNotDone() {
        Database database = test.get();
        database.close();

        assertThat(database.overwriteGaps()).isFalse();
    }
}
