package parley.web;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What one open page still has to be told, as frames of server-sent events; bounded. A page that
 * falls behind loses what waits and is told to load its state again.
 */
final class EventStream {
    private static final String RESYNC = frame(new PageEvent.Resync());
    private static final String HEARTBEAT = ": alive\n\n";

    private final BlockingQueue<String> waiting;
    private volatile boolean ended;

    /** Holds at most that many frames. */
    EventStream(int bound) {
        waiting = new ArrayBlockingQueue<>(bound);
    }

    static String frame(PageEvent event) {
        String type = event.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return "event: " + type + "\ndata: " + Json.write(event) + "\n\n";
    }

    /** Never blocks. Synchronized so that nothing slips in between the emptying and the resync. */
    synchronized void put(String frame) {
        if (!waiting.offer(frame)) {
            waiting.clear();
            waiting.add(RESYNC);
        }
    }

    /** The next frame, a heartbeat when there is none for that long, or empty at the end. */
    Optional<String> next(Duration heartbeat) throws InterruptedException {
        if (ended) {
            return Optional.empty();
        }
        String frame = waiting.poll(heartbeat.toNanos(), TimeUnit.NANOSECONDS);
        return ended ? Optional.empty() : Optional.of(frame == null ? HEARTBEAT : frame);
    }

    void end() {
        ended = true;
        put("");
    }
}
