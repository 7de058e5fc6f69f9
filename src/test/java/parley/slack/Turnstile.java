package parley.slack;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Holds handlers until the test lets them go on; the test can wait until they have come. */
final class Turnstile {
    private static final long SECONDS = 20;

    private final Semaphore reached = new Semaphore(0);
    private final CountDownLatch opened = new CountDownLatch(1);

    /** Waits until so many more have come. */
    void awaitReached(int many) {
        try {
            if (!reached.tryAcquire(many, SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody came within " + SECONDS + " s");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    void open() {
        opened.countDown();
    }

    void pass() {
        reached.release();
        try {
            if (!opened.await(SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody opened within " + SECONDS + " s");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
