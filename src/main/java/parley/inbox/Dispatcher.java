package parley.inbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.Platform;
import parley.chat.ThreadId;

/**
 * Starts turns: one at a time per thread and in order, many threads at once on virtual threads,
 * never more than {@link DispatchLimits#turns}, fair between workspaces and channels. The journal
 * is the queue; what is held here is only whose turn it is, and is rebuilt by {@link #start}. Safe
 * for use by many threads.
 *
 * <p>A turn that fails or is {@linkplain TurnEnd.Postponed postponed} gives its slot back. Its
 * thread is tried again after growing pauses, or at once when something new is said in it: what the
 * journal gives then is the same turn, so that what came in later stays behind it. So does one
 * whose time has {@linkplain TurnEnd.Later not come}, which is run at that time.
 */
public final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Journal journal;
    private final TurnHandler handler;
    private final DispatchLimits limits;
    private final WaitingRoom waitingRoom;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Alarms alarms = new Alarms(lock, this::wake);
    private final FairQueue ready = new FairQueue();
    private final Set<ThreadId> running = new HashSet<>();

    /** Threads that were woken while their turn ran: something may have come in since its claim. */
    private final Set<ThreadId> wokenAgain = new HashSet<>();

    private final Map<ThreadId, Backoff> failing = new HashMap<>();

    /** How many questions of each thread wait, as last seen: corrected at each claim. */
    private final Map<ThreadId, Integer> backlog = new HashMap<>();

    private boolean stopping;

    public Dispatcher(
            Journal journal, TurnHandler handler, DispatchLimits limits, WaitingRoom waitingRoom) {
        this.journal = journal;
        this.handler = handler;
        this.limits = limits;
        this.waitingRoom = waitingRoom;
    }

    /** Applies edits and deletes that an earlier run accepted but did not apply. */
    public void applyAmendments() {
        journal.unappliedAmendments().forEach(handler::amend);
    }

    /**
     * Takes up what an earlier run of the program left. Threads of platforms that are not spoken
     * now are left as they are.
     */
    public void start(Set<Platform> spoken) {
        List<ThreadId> unfinished = journal.unfinished();
        List<ThreadId> mine =
                unfinished.stream().filter(it -> spoken.contains(it.platform())).toList();
        if (!unfinished.isEmpty()) {
            LOG.info(
                    "Taking up {} of {} unfinished threads; the platform of the others is off",
                    mine.size(),
                    unfinished.size());
        }
        for (ThreadId thread : mine) {
            count(thread, journal.next(thread));
            wake(thread);
        }
    }

    /** One more question of the thread waits. */
    void accepted(ThreadId thread) {
        lock.lock();
        try {
            backlog.merge(thread, 1, Integer::sum);
        } finally {
            lock.unlock();
        }
        wake(thread);
    }

    /**
     * A question of the thread came once more. Where nothing is known of the first time, it was
     * written down while the store said that it was not.
     */
    void heardAgain(ThreadId thread) {
        if (!knows(thread)) {
            Optional<Claim> overlooked = journal.next(thread);
            if (overlooked.isPresent()) {
                count(thread, overlooked);
                wake(thread);
            }
        }
    }

    private boolean knows(ThreadId thread) {
        lock.lock();
        try {
            return running.contains(thread)
                    || backlog.containsKey(thread)
                    || failing.containsKey(thread)
                    || alarms.threads().contains(thread);
        } finally {
            lock.unlock();
        }
    }

    /** The thread has something to answer: starts its turn, now or when it is its turn. */
    void wake(ThreadId thread) {
        lock.lock();
        try {
            if (running.contains(thread)) {
                wokenAgain.add(thread);
            } else if (ready.offer(thread)) {
                startWhatMay();
                tellPlaces(thread);
            }
        } finally {
            lock.unlock();
        }
    }

    private void startWhatMay() {
        while (!stopping && running.size() < limits.turns()) {
            Optional<ThreadId> next = ready.poll();
            if (next.isEmpty()) {
                return;
            }
            running.add(next.get());
            alarms.cancel(next.get());
            Thread.ofVirtual().name("turn " + next.get()).start(() -> run(next.get()));
        }
    }

    /** The newcomer hears its place; of the others those near the front, the rest now and then. */
    private void tellPlaces(ThreadId newcomer) {
        List<ThreadId> order = ready.size() == 0 ? List.of() : ready.order();
        for (int place = 1; place <= order.size(); place++) {
            ThreadId thread = order.get(place - 1);
            if (place <= 10 || place % 25 == 0 || thread.equals(newcomer)) {
                waitingRoom.waiting(thread, place);
            }
        }
    }

    private void run(ThreadId thread) {
        boolean more = false;
        try {
            Optional<Claim> claim = journal.next(thread);
            if (claim.isPresent()) {
                more = run(claim.get());
            } else {
                count(thread, claim);
                waitingRoom.waiting(thread, 0);
                succeeded(thread);
            }
        } catch (RuntimeException | Error e) {
            Duration pause = pause(thread);
            LOG.error("Turn in {} failed; tried again in {} s", thread, pause.toSeconds(), e);
        } finally {
            finished(thread, more);
        }
    }

    /** Tells whether more waits in the thread. */
    private boolean run(Claim claim) {
        ThreadId thread = claim.thread();
        if (claim.state() == EntryState.RECEIVED) {
            count(thread, Optional.empty());
        }
        return switch (handler.run(claim)) {
            case TurnEnd.Settled _ -> {
                boolean more = goneOn(thread, claim);
                succeeded(thread);
                yield more;
            }
            case TurnEnd.Postponed(String why) -> {
                postponed(thread, why);
                yield false;
            }
            case TurnEnd.Later(Duration pause) -> {
                // One turn comes of all of them: a thread that sleeps for hours fills no backlog.
                count(thread, journal.next(thread).isPresent() ? 1 : 0);
                sleep(thread, pause);
                yield false;
            }
        };
    }

    /** Whether something else waits now; a claim that still stands as it was must not run hot. */
    private boolean goneOn(ThreadId thread, Claim before) {
        Optional<Claim> now = journal.next(thread);
        count(thread, now);
        if (!stopping() && now.filter(claim -> claim.sameAs(before)).isPresent()) {
            throw new IllegalStateException("the turn came to no end");
        }
        return now.isPresent();
    }

    /** Sets how many questions of the thread wait. */
    private void count(ThreadId thread, Optional<Claim> next) {
        count(thread, next.map(Claim::waiting).orElse(0));
    }

    private void count(ThreadId thread, int waiting) {
        lock.lock();
        try {
            if (waiting == 0) {
                backlog.remove(thread);
            } else {
                backlog.put(thread, waiting);
            }
        } finally {
            lock.unlock();
        }
    }

    private void finished(ThreadId thread, boolean more) {
        lock.lock();
        try {
            running.remove(thread);
            boolean woken = wokenAgain.remove(thread);
            if ((more || woken) && !failing.containsKey(thread)) {
                ready.offer(thread);
            }
            startWhatMay();
            tellPlaces(thread);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void succeeded(ThreadId thread) {
        lock.lock();
        try {
            Backoff past = failing.remove(thread);
            if (past != null) {
                LOG.info("{} goes on after {} tries", thread, past.tries());
            }
        } finally {
            lock.unlock();
        }
    }

    /** The turn has given its slot back; what came in after it waits behind it. */
    private void postponed(ThreadId thread, String why) {
        if (stopping()) {
            LOG.info("Turn in {} is left for the next start: {}", thread, why);
            return;
        }
        boolean first = !isFailing(thread);
        Duration pause = pause(thread);
        if (first) {
            LOG.warn(
                    "The answer in {} is stored but cannot be shown: {}. Tried again in {} s, then"
                            + " in growing pauses up to a minute, until the thread shows it",
                    thread,
                    why,
                    pause.toSeconds());
        }
    }

    private boolean isFailing(ThreadId thread) {
        lock.lock();
        try {
            return failing.containsKey(thread);
        } finally {
            lock.unlock();
        }
    }

    /** Its entries are safe in the journal: the thread is tried again after the pause. */
    private Duration pause(ThreadId thread) {
        lock.lock();
        try {
            Backoff backoff = failing.computeIfAbsent(thread, _ -> new Backoff());
            Duration pause = backoff.next();
            alarms.set(thread, pause);
            return pause;
        } finally {
            lock.unlock();
        }
    }

    private void sleep(ThreadId thread, Duration pause) {
        succeeded(thread);
        lock.lock();
        try {
            alarms.set(thread, pause);
        } finally {
            lock.unlock();
        }
    }

    /** Tries the turns of these threads now whose time has not come; the time may be another. */
    public void reconsider(Predicate<ThreadId> which) {
        lock.lock();
        try {
            // What runs may just be getting its time.
            Stream.concat(alarms.threads().stream(), List.copyOf(running).stream())
                    .filter(which)
                    .forEach(this::wake);
        } finally {
            lock.unlock();
        }
    }

    /**
     * How many threads come before this one, plus one; empty when it does not stand in the queue.
     */
    public OptionalInt place(ThreadId thread) {
        lock.lock();
        try {
            int index = ready.order().indexOf(thread);
            return index < 0 ? OptionalInt.empty() : OptionalInt.of(index + 1);
        } finally {
            lock.unlock();
        }
    }

    /** Whether as many questions wait as may. */
    boolean full() {
        return waiting() >= limits.backlog();
    }

    /** Questions that were accepted and whose turn has not begun. */
    public int waiting() {
        lock.lock();
        try {
            return backlog.values().stream().mapToInt(Integer::intValue).sum();
        } finally {
            lock.unlock();
        }
    }

    /** Turns under way. */
    public int running() {
        lock.lock();
        try {
            return running.size();
        } finally {
            lock.unlock();
        }
    }

    boolean stopping() {
        lock.lock();
        try {
            return stopping;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Starts no more turns and waits for those under way.
     *
     * @return whether all of them ended within the time
     */
    public boolean drain(Duration atMost) {
        lock.lock();
        try {
            stopping = true;
            alarms.end();
            long left = atMost.toNanos();
            while (!running.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return running.isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
