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
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.Platform;
import parley.chat.ThreadId;
import parley.chat.Ticker;

/**
 * Starts turns: one at a time per thread and in order, many threads at once on virtual threads,
 * never more than {@link DispatchLimits#turns}, fair between platforms, workspaces and channels.
 * The journal is the queue; what is held here is only whose turn it is, and is rebuilt by {@link
 * #start}. Safe for use by many threads.
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

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Alarms alarms;
    private final FairQueue ready;
    private final PlaceCalls places;
    private final Set<ThreadId> running = new HashSet<>();

    /** Threads that were woken while their turn ran: something may have come in since its claim. */
    private final Set<ThreadId> wokenAgain = new HashSet<>();

    private final Map<ThreadId, Backoff> failing = new HashMap<>();

    /** Corrected at each claim. */
    private final Backlog backlog;

    private final Slots slots;
    private boolean stopping;

    public Dispatcher(
            Journal journal,
            TurnHandler handler,
            DispatchLimits limits,
            WaitingRoom waitingRoom,
            Ticker ticker) {
        this.journal = journal;
        this.handler = handler;
        this.alarms = new Alarms(lock, this::wake, ticker);
        this.ready = new FairQueue(ticker);
        this.places = new PlaceCalls(ready, waitingRoom);
        this.backlog = new Backlog(limits.backlog());
        this.slots = new Slots(limits.turns());
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
        speak(spoken);
        List<ThreadId> unfinished = journal.unfinished();
        List<ThreadId> mine =
                unfinished.stream().filter(it -> spoken.contains(it.platform())).toList();
        tellOf(mine.size(), unfinished.size() - mine.size());
        for (ThreadId thread : mine) {
            count(thread, journal.next(thread));
            wake(thread);
        }
    }

    private void speak(Set<Platform> spoken) {
        lock.lock();
        try {
            slots.speak(spoken);
        } finally {
            lock.unlock();
        }
    }

    private static void tellOf(int mine, int others) {
        if (mine > 0) {
            LOG.info("Taking up unfinished threads: {}", mine);
        }
        if (others > 0) {
            LOG.info("Leaving unfinished threads of platforms that are off: {}", others);
        }
    }

    /** The place that was reserved for a question of the thread is filled. */
    void accepted(ThreadId thread) {
        backlog.filled(thread);
        wake(thread);
    }

    /** Where places are reserved. */
    Backlog backlog() {
        return backlog;
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
        return locked(() ->
                running.contains(thread)
                        || backlog.knows(thread)
                        || failing.containsKey(thread)
                        || alarms.threads().contains(thread));
    }

    /** The thread has something to answer: starts its turn, now or when it is its turn. */
    void wake(ThreadId thread) {
        lock.lock();
        try {
            if (running.contains(thread)) {
                wokenAgain.add(thread);
            } else if (ready.offer(thread)) {
                startWhatMay();
                places.moved(thread);
            }
        } finally {
            lock.unlock();
        }
    }

    private void startWhatMay() {
        while (!stopping) {
            Optional<ThreadId> next = ready.poll(slots::isFree);
            if (next.isEmpty()) {
                return;
            }
            running.add(next.get());
            slots.take(next.get().platform());
            alarms.cancel(next.get());
            Thread.ofVirtual().name("turn " + next.get()).start(() -> run(next.get()));
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
                places.left(thread);
                succeeded(thread);
            }
        } catch (RuntimeException | Error e) {
            failed(thread, e);
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
                reachable(thread.platform(), true);
                yield more;
            }
            case TurnEnd.Postponed(String why) -> {
                postponed(thread, why);
                yield false;
            }
            case TurnEnd.Broken(String why) -> {
                LOG.error(
                        "Turn in {} broke: {}; tried again in {} s",
                        thread,
                        why,
                        pause(thread).toSeconds());
                yield false;
            }
            case TurnEnd.Later(Duration pause) -> {
                // One turn comes of all of them: a thread that sleeps for hours fills no backlog.
                backlog.set(thread, journal.next(thread).isPresent() ? 1 : 0);
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
        backlog.set(thread, next.map(Claim::waiting).orElse(0));
    }

    private void finished(ThreadId thread, boolean more) {
        lock.lock();
        try {
            running.remove(thread);
            slots.giveBack(thread.platform());
            boolean woken = wokenAgain.remove(thread);
            if ((more || woken) && !failing.containsKey(thread)) {
                ready.offer(thread);
            }
            startWhatMay();
            places.ended(thread);
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

    private void failed(ThreadId thread, Throwable fault) {
        if (stopping()) {
            LOG.info("Turn in {} is left for the next start: {}", thread, fault.toString());
            return;
        }
        Duration pause = pause(thread);
        LOG.error("Turn in {} failed; tried again in {} s", thread, pause.toSeconds(), fault);
    }

    /** The turn has given its slot back; what came in after it waits behind it. */
    private void postponed(ThreadId thread, String why) {
        if (stopping()) {
            LOG.info("Turn in {} is left for the next start: {}", thread, why);
            return;
        }
        reachable(thread.platform(), false);
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

    private void reachable(Platform platform, boolean yes) {
        boolean _ = locked(() -> yes ? slots.worked(platform) : slots.failed(platform));
    }

    private boolean isFailing(ThreadId thread) {
        return locked(() -> failing.containsKey(thread));
    }

    /** Its entries are safe in the journal: the thread is tried again after the pause. */
    private Duration pause(ThreadId thread) {
        return locked(() -> {
            Duration pause = failing.computeIfAbsent(thread, _ -> new Backoff()).next();
            alarms.set(thread, pause);
            return pause;
        });
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
        return locked(() -> ready.place(thread));
    }

    /** Questions that were accepted and whose turn has not begun. */
    public int waiting() {
        return backlog.total();
    }

    /** How long the question has waited that has done so the longest. */
    public Duration longestWait() {
        return locked(() -> ready.longestWait());
    }

    /** Threads whose last turn came to no end: each is tried again after a pause. */
    public int postponed() {
        return locked(() -> failing.size());
    }

    /** Turns under way. */
    public int running() {
        return locked(() -> running.size());
    }

    boolean stopping() {
        return locked(() -> stopping);
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
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
