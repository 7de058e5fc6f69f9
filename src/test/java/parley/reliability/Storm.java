package parley.reliability;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Eight people who ask without a pause, each the next question when the last one is answered, while
 * things happen to the program.
 */
final class Storm implements AutoCloseable {
    private static final int PEOPLE = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PACE = Duration.ofMillis(40);
    private static final int SHORT = 4;
    private static final int LONG = 400;
    private static final int PIECES = 10;

    private final Map<String, Exchange> asked = new ConcurrentHashMap<>();
    private final List<String> waitedInVain = new CopyOnWriteArrayList<>();
    private final Model model = Model.start();
    private final Surface surface;
    private final Keeper keeper;
    private final Random random;
    private final List<Thread> people = new ArrayList<>();
    private final AtomicInteger answered = new AtomicInteger();
    private volatile boolean over;

    /**
     * @param folder keeps the program's data
     * @param settings beside those of model and surface
     * @param seed of all that is left to chance
     */
    Storm(Surface surface, Path folder, Map<String, String> settings, long seed) {
        this.surface = surface;
        this.random = new Random(seed);
        Map<String, String> all = new HashMap<>(model.settings());
        all.putAll(surface.settings());
        all.putAll(settings);
        keeper = new Keeper(ChildProgram.quick(folder, all), surface);
        model.script(exchange -> model.pieces(exchange, PIECES, PACE));
        surface.impatient();
    }

    /** Begins to ask, as soon as the program hears it. */
    Storm begin() {
        keeper.start();
        await("ready", surface::ready);
        for (int number = 0; number < PEOPLE; number++) {
            long seed = random.nextLong();
            people.add(Thread.ofPlatform().name("person " + number).start(() -> ask(seed)));
        }
        return this;
    }

    /** So many more people ask one question each, all at once. */
    void crowd(int size) {
        for (int number = 0; number < size; number++) {
            people.add(Thread.ofPlatform().name("passer-by").start(() -> ask(SHORT, "")));
        }
    }

    private void ask(long seed) {
        Random chance = new Random(seed);
        String thread = "";
        while (!over) {
            thread = ask(length(chance), chance.nextInt(3) == 0 ? "" : thread);
        }
    }

    /** Waits for the answer; gives the thread in which to go on, empty for a new one. */
    private String ask(int length, String thread) {
        Exchange exchange = model.exchange(length);
        String question = thread.isEmpty() ? surface.ask(exchange) : surface.ask(exchange, thread);
        asked.put(question, exchange);
        boolean settled = settle(question);
        answered.incrementAndGet();
        return settled ? question : "";
    }

    /** Waits until so many more questions are answered. */
    void awaitAnswers(int more) {
        int enough = answered.get() + more;
        await("more answers", () -> answered.get() >= enough);
    }

    /** Waits until health says that the program can answer, or cannot. */
    void awaitHealth(boolean good) {
        await("health", () -> keeper.healthy() == good);
    }

    /** How many questions were asked so far; in the playground only what was taken counts. */
    int asked() {
        return asked.size();
    }

    /** One of eight is answered in several messages. */
    private static int length(Random chance) {
        return chance.nextInt(8) == 0 ? LONG : 2 + chance.nextInt(60);
    }

    private boolean settle(String question) {
        try {
            await("an answer to " + question, () -> surface.settled(question));
            return true;
        } catch (AssertionError e) {
            waitedInVain.add(question);
            return false;
        }
    }

    private void await(String what, BooleanSupplier condition) {
        surface.await(what, PATIENCE, condition);
    }

    /**
     * Kills the program so often, at moments that nobody foresees: of five deaths one is in its
     * start.
     *
     * @param longest how long it lives at most after its start
     */
    Storm kill(int times, Duration longest) {
        for (int kill = 0; kill < times; kill++) {
            if (random.nextInt(5) > 0) {
                await("ready", surface::ready);
            }
            LockSupport.parkNanos(random.nextLong(longest.toNanos()));
            keeper.kill();
        }
        return this;
    }

    /**
     * Nobody asks anything more; waits for all answers, also for those that people waited for in
     * vain while things happened, and says what became of the questions.
     */
    Tally end() throws InterruptedException {
        over = true;
        for (Thread person : people) {
            person.join();
        }
        asked.keySet().forEach(this::settle);
        await("rest", () -> surface.calm() && keeper.idle());
        return Laws.judge(surface, asked).plus(Tally.kills(keeper.kills()));
    }

    /** How often the program died of itself. */
    int deaths() {
        return keeper.deaths();
    }

    /** How many questions were asked how often. */
    String requests() {
        int most = asked.values().stream().mapToInt(Exchange::requests).max().orElse(0);
        return IntStream.rangeClosed(0, most)
                .mapToObj(times ->
                        "%d × %d"
                                .formatted(
                                        times,
                                        asked.values().stream()
                                                .filter(it -> it.requests() == times)
                                                .count()))
                .toList()
                .toString();
    }

    /** What is wrong, for people to read. */
    List<String> faults() {
        List<String> faults = new ArrayList<>(Laws.faults(surface, asked));
        waitedInVain.forEach(question -> faults.add("waited in vain for " + question));
        return Collections.unmodifiableList(faults);
    }

    @Override
    public void close() {
        over = true;
        keeper.close();
        model.close();
    }
}
