package parley.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

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
    private final Dialect dialect;
    private final Writer writer;
    private final Thread thread;

    GroupCommit(Dialect dialect) {
        this.dialect = dialect;
        this.writer = new Writer(dialect);
        this.thread = Thread.ofPlatform().name("store-writer").start(this::loop);
    }

    /**
     * Runs the work in a transaction and returns when it is durable. What it throws undoes it
     * alone, and is thrown here.
     *
     * @throws StoreException when the store is closed, too busy or failing
     */
    <T> T write(Work<T> work) {
        return write(new Pending<>(work, false));
    }

    /** As {@link #write}, and what the work deletes is gone from the database's log as well. */
    <T> T writeAndScrub(Work<T> work) {
        return write(new Pending<>(work, true));
    }

    private <T> T write(Pending<T> pending) {
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException("work must not hand in work");
        }
        queue.put(pending);
        try {
            return pending.await();
        } catch (CompletionException e) {
            throw Failures.of(dialect, e.getCause() == null ? e : e.getCause());
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
        writer.begin();
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
