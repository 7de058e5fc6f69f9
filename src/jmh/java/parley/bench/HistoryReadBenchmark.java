package parley.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;
import parley.chat.Author;
import parley.chat.UserId;
import parley.conversation.Conversation;
import parley.conversation.FileRoom;
import parley.conversation.OpenTurn;
import parley.store.Database;
import parley.store.SqlConversationStore;

/**
 * What every turn reads first: one thread's 200 messages among 1,000,000, each time of a thread
 * chosen at random.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class HistoryReadBenchmark {
    private final SplittableRandom random = new SplittableRandom(7);
    private Database database;
    private SqlConversationStore store;

    @Setup(Level.Trial)
    public void open() throws IOException, SQLException {
        database = MillionMessages.open();
        store = new SqlConversationStore(database);
        if (history().turns().size() != MillionMessages.PER_THREAD) {
            throw new IllegalStateException("delete target/bench: it was not built to the end");
        }
    }

    @TearDown(Level.Trial)
    public void close() {
        database.close();
    }

    @Benchmark
    public Conversation history() {
        int thread = random.nextInt(MillionMessages.THREADS);
        return store.before(
                new OpenTurn(
                        MillionMessages.openAnswer(thread),
                        MillionMessages.thread(thread),
                        new Author(new UserId("U1"), "Ann"),
                        Instant.EPOCH,
                        Optional.empty(),
                        Instant.EPOCH,
                        List.of(),
                        Optional.empty()),
                FileRoom.WHOLE);
    }
}
