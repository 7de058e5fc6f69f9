package parley.reliability;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * A few questions of every sort, with one death of the program among its outside operations: a new
 * question, one that is answered in several messages, one more in a thread, an answer that is asked
 * for again by a button.
 */
final class Siege implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PACE = Duration.ofMillis(30);
    private static final int SHORT = 4;
    private static final int LONG = 400;
    private static final int PIECES = 4;

    private final Map<String, Exchange> asked = new LinkedHashMap<>();
    private final Model model = Model.start();
    private final Surface surface;
    private final Reaper reaper;
    private final Keeper keeper;

    /**
     * @param folder keeps the program's data; new for each siege
     * @param at at which operation it dies, from 1
     */
    Siege(Surface surface, Path folder, int at, Reaper.Moment moment) {
        this.surface = surface;
        Map<String, String> settings = new HashMap<>(model.settings());
        settings.putAll(surface.settings());
        keeper = new Keeper(ChildProgram.quick(folder, settings), surface);
        reaper = new Reaper(at, moment, keeper::kill);
        model.script(exchange -> model.pieces(exchange, PIECES, PACE)).tap(reaper);
        surface.tap(reaper);
        surface.impatient();
    }

    /** Plays it to its end; says what became of the questions. */
    Tally play() {
        keeper.start();
        await("ready", surface::ready);
        String first = ask(model.exchange(SHORT), "");
        String large = ask(model.exchange(LONG), "");
        settle(first);
        String second = ask(model.exchange(SHORT), first);
        settle(second);
        again(second);
        settle(large);
        return judge();
    }

    /** Its death may be the last thing of all, and leaves nobody to judge by for a while. */
    private Tally judge() {
        int kills = keeper.kills();
        await("rest", () -> surface.ready() && surface.calm() && keeper.idle());
        Tally tally = Laws.judge(surface, asked).plus(Tally.kills(kills));
        return keeper.kills() == kills ? tally : judge();
    }

    private String ask(Exchange exchange, String thread) {
        String question = thread.isEmpty() ? surface.ask(exchange) : surface.ask(exchange, thread);
        asked.put(question, exchange);
        return question;
    }

    private void settle(String question) {
        await("an answer to " + question, () -> surface.settled(question));
    }

    /** What was pressed at the moment of death is forgotten; then people press again. */
    private void again(String question) {
        Exchange exchange = Objects.requireNonNull(asked.get(question));
        int before = exchange.requests();
        while (exchange.requests() == before) {
            int kills = keeper.kills();
            await("somebody to press it", () -> surface.ready() && keeper.idle());
            surface.press(question, "retry");
            await(
                    "another answer",
                    () ->
                            exchange.requests() > before
                                    || keeper.kills() > kills && surface.ready() && keeper.idle());
        }
        settle(question);
    }

    private void await(String what, BooleanSupplier condition) {
        surface.await(what, PATIENCE, condition);
    }

    /** At which operation it died; empty when it did not. */
    String victim() {
        return reaper.victim();
    }

    /** How many operations there were. */
    int operations() {
        return reaper.count();
    }

    /** What is wrong, for people to read. */
    List<String> faults() {
        return Laws.faults(surface, asked);
    }

    @Override
    public void close() {
        keeper.close();
        model.close();
    }
}
