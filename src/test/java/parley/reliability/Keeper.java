package parley.reliability;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts the program again on the same data whenever it has died. Safe for use by many threads. */
final class Keeper implements AutoCloseable {
    /** It may just be starting anew. */
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final ChildProgram program;
    private final Surface surface;
    private final AtomicInteger kills = new AtomicInteger();
    private final AtomicInteger starts = new AtomicInteger();
    private final Thread thread;
    private volatile String address = "";
    private volatile boolean ending;

    Keeper(ChildProgram program, Surface surface) {
        this.program = program;
        this.surface = surface;
        this.thread = Thread.ofPlatform().name("keeper").unstarted(this::keep);
    }

    Keeper start() {
        thread.start();
        return this;
    }

    private void keep() {
        while (!ending) {
            starts.incrementAndGet();
            try {
                address = program.start();
                surface.opened(address);
            } catch (UncheckedIOException e) {
                // Killed before it was ready.
            }
            program.awaitEnd();
        }
    }

    /** As {@code kill -9}, whatever it is just doing. */
    void kill() {
        kills.incrementAndGet();
        program.kill();
        surface.died();
    }

    int kills() {
        return kills.get();
    }

    /** How often it died of itself. */
    int deaths() {
        return Math.max(0, starts.get() - 1 - kills.get());
    }

    /** Whether it answers nothing and has nothing to answer. */
    boolean idle() {
        return program.alive() && Program.idle(address);
    }

    /** What health says. */
    boolean healthy() {
        return program.alive() && Program.healthy(address);
    }

    @Override
    public void close() {
        ending = true;
        try {
            do {
                program.stop();
            } while (!thread.join(AGAIN));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        program.close();
    }
}
