package parley.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Plays one scenario again and again on one surface and lets the first, the second, the third …
 * operation fail, until a run passes untouched.
 */
final class FaultLoop {
    private static final int WORKERS = 3;

    private final Path folder;
    private final Supplier<Surface> where;
    private final Scenario scenario;
    private final FaultKind kind;
    private final int many;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicBoolean untouched = new AtomicBoolean();
    private volatile IntSupplier unshown = () -> 0;

    /**
     * @param folder keeps what the programs leave
     * @param many how many operations fail one after the other
     */
    FaultLoop(Path folder, Supplier<Surface> where, Scenario scenario, FaultKind kind, int many) {
        this.folder = folder;
        this.where = where;
        this.scenario = scenario;
        this.kind = kind;
        this.many = many;
    }

    /** Plays all; whatever is wrong is printed. */
    LoopTally play() {
        // Lines of the log do not say of which program they are.
        int workers = kind == FaultKind.REFUSED ? 1 : WORKERS;
        try (UnshownLog log = UnshownLog.open();
                ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            unshown = kind == FaultKind.REFUSED ? log::lines : () -> 0;
            List<Future<LoopTally>> all = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                all.add(pool.submit(this::work));
            }
            LoopTally sum = LoopTally.NOTHING;
            for (Future<LoopTally> one : all) {
                sum = sum.plus(one.get());
            }
            return sum;
        } catch (ExecutionException e) {
            throw new AssertionError(this + " broke off", e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private LoopTally work() {
        LoopTally sum = LoopTally.NOTHING;
        while (!untouched.get()) {
            sum = sum.plus(run(next.incrementAndGet()));
        }
        return sum;
    }

    /** One run in which that operation fails. */
    LoopTally run(int first) {
        var plan = new FaultPlan(kind, first, many);
        try (Stage stage = new Stage(where.get(), fresh(first), plan, unshown)) {
            plan.begin();
            long begun = System.nanoTime();
            LoopTally tally = play(stage);
            if (System.nanoTime() - begun > 15_000_000_000L) {
                System.out.println("SLOW " + this + ", " + first + ", " + plan.victims());
            }
            if (!plan.struck()) {
                untouched.set(true);
            }
            if (!tally.clean()) {
                System.out.println(this + ", " + first + ", " + plan.victims() + ": " + tally);
                stage.faults().forEach(System.out::println);
            }
            return tally;
        }
    }

    /** What never came is lost; that must not hide the rest. */
    private LoopTally play(Stage stage) {
        try {
            scenario.play(stage);
            return stage.judge();
        } catch (AssertionError e) {
            System.out.println(this + " does not come to its end: " + e.getMessage());
            return stage.count(0);
        }
    }

    private Path fresh(int first) {
        try {
            return Files.createTempDirectory(folder, "%s-%s-%d-".formatted(scenario, kind, first));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return scenario + " with " + kind + (many == 1 ? "" : " " + many + " times");
    }
}
