package parley.reliability;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import parley.reliability.FaultKind.Outside;
import parley.store.StoreFaults;

/**
 * The program in this Java, one surface and a model, among which something fails by plan; and the
 * people there, who wait for what they asked for and press again what had no effect. Used by one
 * thread.
 */
final class Stage implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    /** How long the program's clients wait for an answer that does not come. */
    private static final Duration SILENCE = Duration.ofSeconds(2);

    /** After which people press or type again. */
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private static final int SHORT = 4;
    private static final int STARTS = 5;

    private final Map<String, Exchange> asked = new LinkedHashMap<>();
    private final Model model = Model.start();
    private final Surface surface;
    private final FaultPlan plan;
    private final IntSupplier unshown;
    private final int unshownBefore;
    private final ModelTroubles troubles;
    private final LocalProgram program;
    private final Deeds deeds;
    private String address = "";
    private boolean restarted;
    private int commands;

    /**
     * @param folder keeps the program's data; new for each stage
     * @param unshown how many answers were given up for good, as the log says
     */
    Stage(Surface surface, Path folder, FaultPlan plan, IntSupplier unshown) {
        this.surface = surface;
        this.plan = plan;
        this.unshown = unshown;
        this.unshownBefore = unshown.getAsInt();
        this.deeds = Deeds.on(surface);
        Map<String, String> settings = new HashMap<>(model.settings());
        settings.putAll(surface.settings());
        program = new LocalProgram(folder, settings).patience(SILENCE);
        troubles = ModelTroubles.reach(model, plan);
        deeds.reach(plan);
        surface.impatient();
        start();
        await("knowledge of the model", () -> troubles.known() && deeds.ready());
    }

    private void start() {
        address = started();
        StoreFaults.commits(program.parley().store(), this::commit);
        surface.opened(address);
        await("ready", surface::ready);
    }

    /**
     * A platform that refuses the bot ends the start with a word; then somebody starts it again.
     */
    private String started() {
        for (int attempt = 1; attempt < STARTS; attempt++) {
            try {
                return program.start();
            } catch (IllegalStateException e) {
                if (!plan.struck()) {
                    throw e;
                }
            }
        }
        return program.start();
    }

    private StoreFaults.Commit commit() {
        return plan.next(Outside.STORE, "a commit")
                .map(kind ->
                        kind == FaultKind.COMMIT_FAILS
                                ? StoreFaults.Commit.FAILS
                                : StoreFaults.Commit.SEEMS_TO_FAIL)
                .orElse(StoreFaults.Commit.SUCCEEDS);
    }

    int channels() {
        return surface.channels();
    }

    Exchange shortOne() {
        return model.exchange(SHORT);
    }

    /** Whose answer fills at least two messages. */
    Exchange longOne() {
        return model.exchange(deeds.longAnswer());
    }

    /** Whose answer comes to a halt in the middle, the first time. */
    Exchange heldOne() {
        Exchange exchange = shortOne();
        troubles.hold(exchange);
        return exchange;
    }

    String ask(Exchange exchange) {
        String question = surface.ask(exchange);
        asked.put(question, exchange);
        return question;
    }

    /** Asks in the thread of an earlier question. */
    String follow(Exchange exchange, String earlier) {
        String question = surface.ask(exchange, earlier);
        asked.put(question, exchange);
        return question;
    }

    /** Waits until the answer is at its end, or will never be shown. */
    String settle(String question) {
        await("an answer to " + question, () -> surface.settled(question) || given());
        return question;
    }

    /** Whether an answer was given up for good, and nothing goes on. */
    private boolean given() {
        return unshown.getAsInt() > unshownBefore && idle();
    }

    /** Waits until some of the answer is shown, or all that will be. */
    String grown(String question) {
        await(
                "the first words",
                () ->
                        surface.answers(question).stream().anyMatch(it -> !it.text().isBlank())
                                || surface.settled(question)
                                || given());
        return question;
    }

    /** Waits until something has failed, or all has gone well. */
    String struck(String question) {
        await("a fault", () -> plan.struck() || surface.settled(question));
        return question;
    }

    /** The asker presses Stop until it has stopped. */
    void stop(String question) {
        insist("a stop", () -> press(question, "stop"), () -> surface.settled(question) || given());
    }

    /** Streams of Slack have a Stop of Slack's own, and messages that grow by edits have ours. */
    private void press(String question, String button) {
        try {
            surface.press(question, button);
        } catch (AssertionError | NoSuchElementException e) {
            // It is not there: then people look again later, or stop in another way.
            boolean _ = button.equals("stop") && deeds.stop(question);
        }
    }

    /** The asker presses Retry until the answer is a new one. */
    void again(String question) {
        Exchange exchange = Objects.requireNonNull(asked.get(question));
        int before = exchange.requests();
        insist(
                "another answer",
                () -> press(question, "retry"),
                () -> exchange.requests() > before || given());
        settle(question);
    }

    /** Whether the answer came out as a sentence about what went wrong, or was stopped. */
    private boolean told(String question, Exchange exchange) {
        List<Answer> answers = surface.answers(question);
        return answers.size() == 1
                && answers.getFirst().settled()
                && answers.getFirst().notes().stream().anyMatch(Stage::isSentence)
                && exchange.isBegunBy(answers.getFirst().text());
    }

    /** One plain sentence or a few, and the reference that the log has too. */
    private static boolean isSentence(String note) {
        return note.matches("(?s)[A-Z][^{}<>\"]*[.] .*\\bT-[0-9A-Z]+.*");
    }

    /** The asker writes other words in place of the question's. */
    void edit(String question, Exchange instead) {
        asked.put(question, instead);
        deeds.edit(question, instead);
        await("the edit", () -> instead.requests() > 0 || surface.settled(question) || given());
        settle(question);
        if (instead.requests() == 0) {
            again(question);
        }
    }

    /** Somebody types a slash command until it is answered. */
    void command() {
        insist(
                "a private answer",
                () -> {
                    commands++;
                    deeds.command();
                },
                () -> deeds.commandsAnswered() > 0);
    }

    void restart() {
        restarted = true;
        program.stop();
        deeds.restarted();
        start();
    }

    /** Does it, and again after a while, until it has its effect. */
    private void insist(String what, Runnable deed, BooleanSupplier effect) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!effect.getAsBoolean()) {
            deed.run();
            long next = Math.min(end, System.nanoTime() + AGAIN.toNanos());
            await(
                    what,
                    () -> {
                        long now = System.nanoTime();
                        return effect.getAsBoolean() || now - next >= 0 && now - end < 0;
                    });
        }
    }

    /** Everything has come to rest: what became of it. */
    LoopTally judge() {
        await("rest", () -> surface.calm() && idle());
        plan.end();
        int told = 0;
        for (Map.Entry<String, Exchange> one : asked.entrySet()) {
            if (told(one.getKey(), one.getValue())) {
                told++;
                again(one.getKey());
            }
        }
        await("rest", () -> surface.calm() && idle());
        return count(told);
    }

    /** What is shown now. */
    LoopTally count(int told) {
        Tally tally = Laws.judge(surface, asked);
        int logged = Math.min(tally.lost(), unshown.getAsInt() - unshownBefore);
        // Without a fault or a restart there is nothing to find out.
        int probes = plan.struck() || restarted ? deeds.probes() : 0;
        int twice = Math.max(0, deeds.commandsAnswered() - commands);
        return new LoopTally(1, plan.victims().size(), told, logged, probes, twice, tally);
    }

    private boolean idle() {
        return Program.idle(address);
    }

    /** What is wrong, for people to read. */
    List<String> faults() {
        return Laws.faults(surface, asked);
    }

    private void await(String what, BooleanSupplier condition) {
        surface.await(what, PATIENCE, condition);
    }

    @Override
    public void close() {
        program.close();
        surface.close();
        model.close();
    }
}
