package parley.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import parley.chat.RateScope;
import parley.responder.EditPacer;
import parley.responder.Urgency;

/**
 * One write through a scope: asked, taken, landed, while time goes on so that permits come free.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EditPacerBenchmark {
    @Param({"5", "300"})
    private int permits;

    private long now;
    private EditPacer pacer =
            new EditPacer(new RateScope("edits", 1, Duration.ofMinutes(1)), () -> 0);

    @Setup(Level.Iteration)
    public void open() {
        RateScope scope = new RateScope("edits", permits, Duration.ofMinutes(1));
        pacer = new EditPacer(scope, () -> now);
    }

    @Benchmark
    public long write() {
        long wait = pacer.nanosUntil(Urgency.MIDDLE);
        now += wait;
        pacer.take();
        pacer.landed();
        return wait;
    }
}
