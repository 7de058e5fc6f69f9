package parley.conversation;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import parley.claude.ClaudeStream;

/** The handle by which others end an answer under way. Safe for use by many threads. */
final class LiveTurn {
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<ClaudeStream> stream = Optional.empty();
    private final Semaphore woken = new Semaphore(0);
    private Optional<Signal> signal = Optional.empty();

    /** Ends the stream, now or as soon as there is one. A restart never undoes a stop. */
    void signal(Signal wanted) {
        lock.lock();
        try {
            if (signal.isEmpty() || signal.get() instanceof Signal.Restart) {
                signal = Optional.of(wanted);
            }
            stream.ifPresent(ClaudeStream::close);
        } finally {
            lock.unlock();
        }
        wake();
    }

    /** Ends the pause of the turn, this one or the next, whatever the reason. */
    void wake() {
        woken.release();
    }

    /** Forgets what would have ended a pause: whoever is about to look sees it all. */
    void calm() {
        int _ = woken.drainPermits();
    }

    /** Waits so many nanoseconds, or until {@link #wake} or a signal. */
    void await(Pauses pauses, long nanos) throws InterruptedException {
        pauses.await(woken, nanos);
    }

    /** The stream that signals are to end; it is closed at once when one came before. */
    void attach(ClaudeStream opened) {
        lock.lock();
        try {
            stream = Optional.of(opened);
            if (signal.isPresent()) {
                opened.close();
            }
        } finally {
            lock.unlock();
        }
    }

    Optional<Signal> signal() {
        lock.lock();
        try {
            return signal;
        } finally {
            lock.unlock();
        }
    }

    /** Forgets a restart that is about to be carried out; another one may follow. */
    void restarting() {
        lock.lock();
        try {
            stream = Optional.empty();
            signal = signal.filter(wanted -> !(wanted instanceof Signal.Restart));
        } finally {
            lock.unlock();
        }
    }
}
