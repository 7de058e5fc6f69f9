package parley.testing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Holds whoever comes to it until the test opens it; the test can wait until somebody is there. */
public final class Gate {
    private static final long SECONDS = 20;

    private final CompletableFuture<Boolean> reached = new CompletableFuture<>();
    private final CompletableFuture<Boolean> opened = new CompletableFuture<>();

    /** Waits, in the test, until somebody stands at the gate. */
    public void awaitReached() {
        try {
            reached.get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("nobody came to the gate within " + SECONDS + " s", e);
        }
    }

    public void open() {
        opened.complete(true);
    }

    /** Waits, in the fake, until the test opens the gate. */
    public void pass() throws InterruptedException {
        reached.complete(true);
        try {
            opened.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** The same, but also ends when the other future does. */
    void passOr(CompletableFuture<?> end) {
        reached.complete(true);
        CompletableFuture.anyOf(opened, end).join();
    }
}
