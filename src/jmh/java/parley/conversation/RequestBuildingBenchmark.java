package parley.conversation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import parley.claude.ModelFacts;
import parley.claude.ModelId;
import parley.prompt.Persona;
import parley.prompt.PersonaId;

/** Making the request of a turn out of the history, window and hash included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RequestBuildingBenchmark {
    @Param({"20", "200"})
    private int messages;

    private final Persona persona =
            new Persona(
                    new PersonaId("default"),
                    "",
                    Optional.empty(),
                    8_000,
                    Optional.empty(),
                    OptionalDouble.empty(),
                    List.of(),
                    List.of(),
                    true,
                    List.of(),
                    "prompt",
                    "hash",
                    0);
    private final ModelFacts facts =
            new ModelFacts(new ModelId("m"), 1_000_000, 128_000, Set.of(), false, 2.7);
    private final String system = "You are helpful. ".repeat(200);
    private final Talk talk = new Talk();

    @Setup
    public void fill() {
        for (int i = 0; i < messages; i += 2) {
            talk.says(i % 4 == 0 ? Talk.ADA : Talk.GRACE, "How does it go on? ".repeat(25))
                    .answers("Like this, **certainly**. ".repeat(40));
        }
        talk.says(Talk.ADA, "And now?");
    }

    @Benchmark
    public Object build() {
        return RequestBuilder.build(persona, system, facts, talk.history(), 1);
    }
}
