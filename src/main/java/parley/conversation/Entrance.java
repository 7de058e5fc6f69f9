package parley.conversation;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.claude.ClaudeException;
import parley.claude.Entry;
import parley.claude.Pass;
import parley.usage.ChosenModel;

/**
 * Where a turn waits until one of its models may be asked: the first that can, in their order. What
 * fails by itself holds the turn for a short while; what fails for everybody is passed by at once
 * where there is another model. For one turn and one thread.
 */
final class Entrance {
    private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);

    /** People need not be told the time anew for less, in nanoseconds. */
    private static final long SAME_TIME = 500_000_000;

    private final ModelAccess access;
    private final List<Candidate> candidates;
    private final Patience patience;
    private final LiveTurn live;
    private final Consumer<String> status;
    private Candidate current;
    private Optional<Long> shownUntil = Optional.empty();

    /**
     * @param models in the order of preference, at least one
     * @param status told what the turn waits for
     */
    Entrance(
            ModelAccess access,
            List<ChosenModel> models,
            Patience patience,
            LiveTurn live,
            Consumer<String> status) {
        this.access = access;
        this.candidates = models.stream().map(Candidate::new).toList();
        this.patience = patience;
        this.live = live;
        this.status = status;
        this.current = candidates.getFirst();
    }

    /** What is to be done next. */
    sealed interface Next {
        /** Ask {@link Entrance#model}; the pass is to be closed afterwards. */
        record Ask(Pass pass) implements Next {}

        /** Somebody wants the turn to end or to begin anew. */
        record Interrupted(Signal signal) implements Next {}

        /**
         * No model can be asked, or none any more.
         *
         * @param why empty when there was no fault, only too many requests
         */
        record Over(Optional<ClaudeException> why) implements Next {}
    }

    /** Which model may be asked now, and else what there is to wait for. */
    private sealed interface Choice {
        record Ask(Candidate candidate, Pass pass) implements Choice {}

        record Wait(long nanos, Optional<ClaudeException> why, boolean tried, Duration down)
                implements Choice {}

        record Over(Optional<ClaudeException> why) implements Choice {}
    }

    /**
     * Blocks for as long as the patience lasts.
     *
     * @param waiting called whenever it is about to wait
     */
    Next next(Runnable waiting) {
        Runnable waker = live::wake;
        access.circuits().onChange(waker);
        try {
            while (true) {
                live.calm();
                Optional<Next> next = step(waiting);
                if (next.isPresent()) {
                    return next.get();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Next.Interrupted(new Signal.Park());
        } finally {
            access.circuits().forget(waker);
        }
    }

    private Optional<Next> step(Runnable waiting) throws InterruptedException {
        Optional<Signal> signal = live.signal();
        if (signal.isPresent()) {
            return signal.map(Next.Interrupted::new);
        }
        return switch (choose()) {
            case Choice.Ask(Candidate candidate, Pass pass) -> Optional.of(ask(candidate, pass));
            case Choice.Over(Optional<ClaudeException> why) -> Optional.of(new Next.Over(why));
            case Choice.Wait wait -> {
                waiting.run();
                yield await(wait);
            }
        };
    }

    private Next ask(Candidate candidate, Pass pass) {
        if (!patience.request()) {
            pass.close();
            LOG.error("Gave up after {} requests", Patience.MOST_REQUESTS);
            return new Next.Over(firstFault());
        }
        if (candidate != current) {
            LOG.warn("{} {}, asking {}", name(current), current.excuse(), name(candidate));
        }
        current = candidate;
        return new Next.Ask(pass);
    }

    private Optional<Next> await(Choice.Wait wait) throws InterruptedException {
        if (wait.why().isPresent()) {
            patience.tried();
        }
        long left = patience.left(wait.down());
        if (left <= 0) {
            return Optional.of(new Next.Over(wait.why().or(this::firstFault)));
        }
        show(wait);
        live.await(access.pauses(), Math.min(left, wait.nanos()));
        return Optional.empty();
    }

    /** While somebody tries, what was said last stands: it is being tried again. */
    private void show(Choice.Wait wait) {
        long until = access.ticker().nanos() + wait.nanos();
        boolean told = shownUntil.filter(it -> Math.abs(until - it) < SAME_TIME).isPresent();
        if (wait.why().isPresent() && !told && !(wait.tried() && shownUntil.isPresent())) {
            shownUntil = Optional.of(until);
            Optional<Duration> pause =
                    wait.tried() ? Optional.empty() : Optional.of(Duration.ofNanos(wait.nanos()));
            status.accept(Sentences.waiting(wait.why().get(), pause));
        }
    }

    private Choice choose() {
        long now = access.ticker().nanos();
        Optional<Choice.Wait> soonest = Optional.empty();
        for (Candidate candidate : inOrder()) {
            switch (consider(candidate, now)) {
                case Choice.Ask ask -> {
                    return ask;
                }
                case Choice.Wait wait -> {
                    if (wait.why().isEmpty() || holds(candidate, now)) {
                        return wait;
                    }
                    soonest = Optional.of(soonest.map(it -> sooner(it, wait)).orElse(wait));
                }
                case Choice.Over _ -> {}
            }
        }
        return soonest.isPresent() ? soonest.get() : new Choice.Over(firstFault());
    }

    private List<Candidate> inOrder() {
        return candidates.stream()
                .filter(candidate -> !candidate.out())
                .sorted(Comparator.comparing(Candidate::tired))
                .toList();
    }

    private Choice consider(Candidate candidate, long now) {
        Optional<Entry.Shut> shut = access.circuits().shut(candidate.model().model());
        if (shut.isEmpty() && candidate.pause(now) > 0) {
            return new Choice.Wait(candidate.pause(now), candidate.why(), false, Duration.ZERO);
        }
        return switch (shut.<Entry>map(it -> it)
                .orElseGet(() -> access.circuits().enter(candidate.model().model()))) {
            case Entry.Admitted(Pass pass) -> new Choice.Ask(candidate, pass);
            case Entry.Busy(long nanos) ->
                    new Choice.Wait(nanos, Optional.empty(), false, Duration.ZERO);
            case Entry.Shut it -> {
                candidate.shut(it.why());
                // While somebody tries, the outcome is near, and worth waiting for.
                yield it.lasting() && !it.tried()
                        ? new Choice.Over(Optional.of(it.why()))
                        : new Choice.Wait(
                                it.nanos(), Optional.of(it.why()), it.tried(), it.openFor());
            }
        };
    }

    /** Its own pause is waited for, unless it has had enough of them, or fails for everybody. */
    private boolean holds(Candidate candidate, long now) {
        return candidate.pause(now) > 0
                && !candidate.tired()
                && access.circuits().shut(candidate.model().model()).isEmpty();
    }

    /** Of two that fail, people are told about the one that they would rather hear. */
    private static Choice.Wait sooner(Choice.Wait first, Choice.Wait other) {
        return new Choice.Wait(
                Math.min(first.nanos(), other.nanos()),
                first.why(),
                first.tried() && other.tried(),
                first.down());
    }

    private Optional<ClaudeException> firstFault() {
        return candidates.stream().map(Candidate::why).flatMap(Optional::stream).findFirst();
    }

    /**
     * The model that was asked last did not answer.
     *
     * @param begun whether its answer had begun
     */
    void failed(ClaudeException fault, boolean begun) {
        patience.tried();
        current.failed(fault, begun, access.ticker().nanos(), access.jitter().getAsDouble());
    }

    /** The model that was asked last declined; tells whether another one can be asked instead. */
    boolean declined() {
        boolean another =
                candidates.stream()
                        .filter(candidate -> candidate != current && !candidate.out())
                        .anyMatch(it -> access.circuits().shut(it.model().model()).isEmpty());
        if (another) {
            current.declined();
        }
        return another;
    }

    /** The one that was asked last, or else is to be asked first. */
    ChosenModel model() {
        return current.model();
    }

    /** Which model answered in the place of which, for people; empty when it was the first. */
    Optional<String> standIn() {
        Candidate first = candidates.getFirst();
        return current == first
                ? Optional.empty()
                : Optional.of(Sentences.standIn(name(current), name(first), first.excuse()));
    }

    private static String name(Candidate candidate) {
        return candidate.model().model().value();
    }
}
