package parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import parley.chat.Author;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.inbox.EntryState;
import parley.inbox.JournalEntry;
import parley.store.Database;
import parley.store.SqlJournal;

/** How long it takes until an event may be acknowledged: one durable append. */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.SampleTime, Mode.Throughput})
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class JournalAcceptBenchmark {
    private static final Author AUTHOR = new Author(new UserId("U1"), "Ann");
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    private final AtomicLong next = new AtomicLong();
    private Path folder;
    private Database database;
    private SqlJournal journal;

    @Setup(Level.Trial)
    public void open() throws IOException {
        Path parent = Files.createDirectories(Path.of("target/bench"));
        folder = Files.createTempDirectory(parent, "accept");
        database = Database.open("jdbc:sqlite:" + folder.resolve("parley.db"));
        journal = new SqlJournal(database, () -> AT);
    }

    @TearDown(Level.Trial)
    public void close() {
        database.close();
    }

    @Benchmark
    @Threads(1)
    public Optional<JournalEntry> alone() {
        return append();
    }

    @Benchmark
    @Threads(32)
    public Optional<JournalEntry> threads32() {
        return append();
    }

    private Optional<JournalEntry> append() {
        long number = next.incrementAndGet();
        var event =
                new Inbound.Mention(
                        new EventId("Ev" + number),
                        ThreadId.parse("slack/T1/C" + number % 50 + "/1700000000." + number),
                        AUTHOR,
                        AT,
                        new MessageId("1700000000." + number),
                        "A question of a usual length, as people ask it in a channel at work.",
                        List.of());
        return journal.append(event, EntryState.RECEIVED);
    }
}
