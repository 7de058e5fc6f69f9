package parley.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The one way to write. Callers hand in work and wait until the transaction that holds it is
 * committed; one thread runs all that waits in one transaction, so that many callers share one
 * write to the disk, and a caller alone waits for nobody. Safe for use by many threads.
 */
final class GroupCommit implements AutoCloseable {
    private static final int BATCH = 128;
    private static final int CAPACITY = 4_096;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final WorkQueue queue = new WorkQueue(CAPACITY, PATIENCE_NANOS);
    private final Vitals vitals;
    private final Writer writer;
    private final Thread thread;

    GroupCommit(Dialect dialect, Vitals vitals) {
        this.vitals = vitals;
        this.writer = new Writer(dialect);
        this.thread = Thread.ofPlatform().name("store-writer").start(this::loop);
    }

    /**
     * Runs the work in a transaction and returns when it is durable. What it throws undoes it
     * alone, and is thrown here.
     *
     * @throws StoreException when the store is closed, too busy, failing or damaged
     */
    <T> T write(Work<T> work) {
        return write(new Pending<>(work, false), Pending::await);
    }

    /**
     * As {@link #write}, but waits no longer than that; the work may still be done afterwards.
     *
     * @throws StoreException also when it was not done in time
     */
    <T> T write(Work<T> work, Duration patience) {
        return write(new Pending<>(work, false), pending -> pending.await(patience));
    }

    /** As {@link #write}, and what the work deletes is gone from the database's log as well. */
    <T> T writeAndScrub(Work<T> work) {
        return write(new Pending<>(work, true), Pending::await);
    }

    private <T> T write(Pending<T> pending, Function<Pending<T>, T> wait) {
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException("work must not hand in work");
        }
        vitals.requireSound();
        queue.put(pending);
        try {
            return wait.apply(pending);
        } catch (CompletionException e) {
            throw vitals.failed(e.getCause() == null ? e : e.getCause());
        }
    }

    private void loop() {
        for (var batch = queue.take(BATCH); !batch.isEmpty(); batch = queue.take(BATCH)) {
            commit(batch);
        }
        writer.close();
    }

    /** Whatever goes wrong is told to the callers; the thread goes on with the next batch. */
    private void commit(List<Pending<?>> batch) {
        List<Pending<?>> kept = new ArrayList<>(batch.size());
        try {
            writer.begin();
        } catch (Throwable e) {
            // No fault of any one of them: to try each alone would take each as long, as with a
            // file that somebody else has locked.
            batch.forEach(pending -> pending.failed(e));
            writer.abandon();
            return;
        }
        try {
            attempt(batch, kept);
        } catch (Throwable e) {
            writer.abandon();
            startOver(batch, e);
            return;
        }
        try {
            writer.commit(kept.stream().anyMatch(Pending::scrub));
            kept.forEach(Pending::committed);
        } catch (Throwable e) {
            // Whether it took effect is unknown, so nothing may be run a second time.
            kept.forEach(pending -> pending.failed(e));
            writer.abandon();
        }
    }

    private void attempt(List<Pending<?>> batch, List<Pending<?>> kept) {
        for (Pending<?> pending : batch) {
            if (writer.attempt(pending)) {
                kept.add(pending);
            }
        }
    }

    /** One work cost the others their transaction: each gets its own. */
    private void startOver(List<Pending<?>> batch, Throwable failure) {
        if (batch.size() == 1) {
            batch.getFirst().failed(failure);
            return;
        }
        batch.stream().filter(Pending::undecided).map(List::<Pending<?>>of).forEach(this::commit);
    }

    /** See {@link Database#handicap}. */
    void handicap(String statement) {
        writer.handicap(statement);
    }

    /** See {@link Database#watch}. */
    void watch(CommitWatch commits) {
        writer.watch(commits);
    }

    /** Finishes what was handed in, then refuses more. Idempotent. */
    @Override
    public void close() {
        queue.close();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
