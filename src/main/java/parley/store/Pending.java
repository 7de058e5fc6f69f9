package parley.store;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A caller's work on its way through the writer. */
final class Pending<T> {
    private final Work<T> work;
    private final boolean scrub;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private @Nullable T result;

    Pending(Work<T> work, boolean scrub) {
        this.work = work;
        this.scrub = scrub;
    }

    /** Whether its caller waits until the deleted is gone from the log as well. */
    boolean scrub() {
        return scrub;
    }

    /** Whether its caller still waits. */
    boolean undecided() {
        return !outcome.isDone();
    }

    void run(Handle handle) {
        result = work.run(handle);
    }

    /** The transaction that holds the work is committed. */
    void committed() {
        outcome.complete(result);
    }

    /** Nothing of the work was kept; does nothing when its end is known already. */
    void failed(Throwable failure) {
        outcome.completeExceptionally(failure);
    }

    /**
     * Waits for the end. Not to be interrupted: the caller would not know whether the work counts.
     *
     * @throws CompletionException around what the work or the commit threw
     */
    T await() {
        return outcome.join();
    }

    /**
     * Waits that long for the end. What has not ended then may still be done.
     *
     * @throws CompletionException around what the work or the commit threw
     * @throws StoreException when it has not ended
     */
    T await(Duration patience) {
        try {
            return outcome.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        } catch (TimeoutException e) {
            throw new StoreException(
                    "The store has written nothing for "
                            + patience.toSeconds()
                            + " seconds: the disk is busy, or another program has locked the"
                            + " database.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("The store was not waited for.");
        }
    }
}
