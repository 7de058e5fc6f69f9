package parley.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import parley.responder.GrowingText;
import parley.responder.MessageSplitter;
import parley.responder.Part;

/** An answer of 30,000 characters: cut at once, and drafted after every 20 characters. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MessageSplitterBenchmark {
    private static final int LENGTH = 30_000;
    private static final int STEP = 20;
    private static final int EDITS = LENGTH / STEP;

    /** Discord's, about Slack's, and one that never cuts. */
    @Param({"2000", "11000", "100000"})
    private int messageLength;

    private String text = "";
    private MessageSplitter splitter = new MessageSplitter(MessageSplitter.SHORTEST_MESSAGE);

    @Setup
    public void write() {
        text = Answers.ofLength(LENGTH);
        splitter = new MessageSplitter(messageLength);
    }

    @Benchmark
    public List<Part> split() {
        return splitter.split(text);
    }

    /** The time of one edit. */
    @Benchmark
    @OperationsPerInvocation(EDITS)
    public void grow(Blackhole shown) {
        GrowingText growing = splitter.growing();
        for (int at = 0; at < LENGTH; at += STEP) {
            growing.append(text.substring(at, at + STEP));
            shown.consume(growing.draft());
        }
    }
}
