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

/**
 * Plays one scenario again and again on one surface and lets the first, the second, the third …
 * operation fail, until a run passes untouched.
 */
final class FaultLoop {
    private static final int WORKERS = 3;

    private final Path folder;
    private final Where where;
    private final Scenario scenario;
    private final List<FaultKind> kinds;
    private final int many;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicBoolean untouched = new AtomicBoolean();
    private volatile IntSupplier unshown = () -> 0;

    /**
     * @param folder keeps what the programs leave
     * @param kinds the ways in which operations fail, one after the other
     * @param many how many operations fail one after the other
     */
    FaultLoop(Path folder, Where where, Scenario scenario, List<FaultKind> kinds, int many) {
        this.folder = folder;
        this.where = where;
        this.scenario = scenario;
        this.kinds = List.copyOf(kinds);
        this.many = many;
    }

    /** Plays all; whatever is wrong is printed. */
    LoopTally play() {
        // Lines of the log do not say of which program they are.
        boolean logged = kinds.contains(FaultKind.REFUSED);
        int workers = logged ? 1 : WORKERS;
        try (UnshownLog log = UnshownLog.open();
                ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            unshown = logged ? log::lines : () -> 0;
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
        var plan = new FaultPlan(kinds, first, many);
        try (Stage stage = new Stage(where.open(), fresh(first), plan, unshown)) {
            plan.begin();
            LoopTally tally = play(stage);
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
            return Files.createTempDirectory(folder, "%s-%s-%d-".formatted(where, scenario, first));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        String ways = kinds.size() == 1 ? kinds.getFirst().toString() : "faults of all kinds";
        return where + ", " + scenario + ", " + ways + (many == 1 ? "" : " " + many + " times");
    }
}
