package parley.claude;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a Claude that fails from being asked by everybody again and again: one {@link Circuit} per
 * model, and one for all of them together, for what concerns the address and the key. One log line
 * tells when a circuit opens and when it closes. Safe for use by many threads.
 */
public final class Circuits {
    /** What the circuit of all models is called. */
    public static final String ALL = "Claude";

    private static final Logger LOG = LoggerFactory.getLogger(Circuits.class);

    /** More models than that are not remembered while nothing is wrong with them. */
    private static final int MODELS = 200;

    /** Nobody is left waiting for longer than this by the API's word; it is a lasting fault. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Circuit all = new Circuit();
    private final Map<ModelId, Circuit> models = new HashMap<>();
    private final Set<Runnable> waiters = ConcurrentHashMap.newKeySet();

    /**
     * @param nanos elapsed time in nanoseconds
     */
    public Circuits(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Asks for the leave to make a request; returns at once. */
    public Entry enter(ModelId model) {
        lock.lock();
        try {
            long now = nanos.getAsLong();
            Circuit own = of(model, now);
            Circuit.Look look = all.look(now);
            if (look instanceof Circuit.Look.Free) {
                look = own.look(now);
            }
            return switch (look) {
                case Circuit.Look.Free _ ->
                        new Entry.Admitted(new Pass(this, model, all.enter(now), own.enter(now)));
                case Circuit.Look.Busy(long pause) -> new Entry.Busy(pause);
                case Circuit.Look.Shut _ -> shut(own, now).orElseThrow();
            };
        } finally {
            lock.unlock();
        }
    }

    /** Why nobody may ask the model just now; empty when it can be tried. */
    public Optional<Entry.Shut> shut(ModelId model) {
        lock.lock();
        try {
            long now = nanos.getAsLong();
            return shut(of(model, now), now);
        } finally {
            lock.unlock();
        }
    }

    private Optional<Entry.Shut> shut(Circuit own, long now) {
        return Stream.of(all, own).flatMap(circuit -> entry(circuit, now).stream()).findFirst();
    }

    private static Optional<Entry.Shut> entry(Circuit circuit, long now) {
        return circuit.look(now) instanceof Circuit.Look.Shut(long pause, boolean tried)
                ? Optional.of(
                        new Entry.Shut(
                                pause,
                                tried,
                                circuit.why(),
                                circuit.lasting(),
                                circuit.openFor(now)))
                : Optional.empty();
    }

    private Circuit of(ModelId model, long now) {
        if (models.size() >= MODELS && !models.containsKey(model)) {
            models.values().removeIf(circuit -> circuit.idle(now));
        }
        return models.computeIfAbsent(model, _ -> new Circuit());
    }

    /** Calls that whenever something changed, until {@link #forget}; it must return at once. */
    public void onChange(Runnable waiter) {
        waiters.add(waiter);
    }

    public void forget(Runnable waiter) {
        waiters.remove(waiter);
    }

    /** What is not asked just now; empty when all is well. */
    public List<Trouble> troubles() {
        lock.lock();
        try {
            long now = nanos.getAsLong();
            List<Trouble> troubles = new ArrayList<>();
            if (all.isOpen()) {
                troubles.add(trouble(ALL, all, now));
            }
            models.forEach((model, circuit) -> {
                if (circuit.isOpen()) {
                    troubles.add(trouble(model.value(), circuit, now));
                }
            });
            return troubles;
        } finally {
            lock.unlock();
        }
    }

    private static Trouble trouble(String what, Circuit circuit, long now) {
        return new Trouble(what, circuit.why(), circuit.lasting(), circuit.openFor(now));
    }

    void began(Pass pass) {
        change(now -> {
            closed(ALL, all, all.began(pass.triesAll(), now), now);
            Circuit own = of(pass.model(), now);
            closed(pass.model().value(), own, own.began(pass.triesModel(), now), now);
        });
    }

    void failed(Pass pass, ClaudeException fault) {
        change(now -> {
            Circuit own = of(pass.model(), now);
            switch (fault) {
                case ClaudeException.ConnectionLost _ -> failedAll(pass, own, fault, now);
                case ClaudeException.Unauthorized refused -> {
                    if (refused.lack() == ClaudeException.Unauthorized.Lack.RIGHT) {
                        failedModel(pass, own, fault, now);
                    } else {
                        failedAll(pass, own, fault, now);
                    }
                }
                case ClaudeException.RateLimited _,
                        ClaudeException.Overloaded _,
                        ClaudeException.NotFound _ ->
                        failedModel(pass, own, fault, now);
                case ClaudeException.Internal _ -> {
                    all.left(pass.triesAll());
                    own.left(pass.triesModel());
                }
                case ClaudeException.InvalidRequest _ -> {
                    // Who finds fault with a request is there, and would answer a better one.
                    closed(ALL, all, all.began(pass.triesAll(), now), now);
                    closed(pass.model().value(), own, own.began(pass.triesModel(), now), now);
                }
            }
        });
    }

    private void failedAll(Pass pass, Circuit own, ClaudeException fault, long now) {
        own.left(pass.triesModel());
        opened(ALL, all, all.failed(pass.triesAll(), fault, lasts(fault), now));
    }

    private void failedModel(Pass pass, Circuit own, ClaudeException fault, long now) {
        closed(ALL, all, all.began(pass.triesAll(), now), now);
        boolean opens = own.failed(pass.triesModel(), fault, lasts(fault), now);
        opened(pass.model().value(), own, opens);
    }

    private static boolean lasts(ClaudeException fault) {
        return !fault.hint().worthwhile()
                || fault.hint().after().filter(it -> it.compareTo(LONGEST_WAIT) > 0).isPresent();
    }

    void left(Pass pass) {
        change(now -> {
            all.left(pass.triesAll());
            of(pass.model(), now).left(pass.triesModel());
        });
    }

    private static void opened(String what, Circuit circuit, boolean opens) {
        if (opens) {
            String advice = new Trouble(what, circuit.why(), true, Duration.ZERO).explain();
            if (circuit.lasting()) {
                LOG.error("{} It is tried once a minute.", advice);
            } else {
                LOG.warn("{} It is tried now and then until it answers.", advice);
            }
        }
    }

    private static void closed(String what, Circuit circuit, boolean closes, long now) {
        if (closes) {
            LOG.info("{} answers again, after {} s", what, circuit.openFor(now).toSeconds());
        }
    }

    /** What happens at a moment. */
    @FunctionalInterface
    private interface Change {
        void at(long now);
    }

    private void change(Change change) {
        lock.lock();
        try {
            change.at(nanos.getAsLong());
        } finally {
            lock.unlock();
        }
        waiters.forEach(Runnable::run);
    }
}
