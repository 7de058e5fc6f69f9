package parley.conversation;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How turns wait, passed in so that tests can let the time pass. Safe for use by many threads. */
@FunctionalInterface
public interface Pauses {
    /** By the machine's clock. */
    Pauses REAL =
            (woken, nanos) -> {
                boolean _ = woken.tryAcquire(nanos, TimeUnit.NANOSECONDS);
            };

    /** Waits until there is a permit, which it takes, but no longer than so many nanoseconds. */
    void await(Semaphore woken, long nanos) throws InterruptedException;
}
