package parley.claude;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Plays prepared events with a pause before each piece of text, which {@link #close} ends. */
final class OfflineStream implements ClaudeStream {
    private final Iterator<StreamEvent> events;
    private final Duration pause;
    private final CountDownLatch closed = new CountDownLatch(1);

    OfflineStream(List<StreamEvent> events, Duration pause) {
        this.events = events.iterator();
        this.pause = pause;
    }

    @Override
    public Optional<StreamEvent> next() {
        if (closed.getCount() == 0 || !events.hasNext()) {
            return Optional.empty();
        }
        StreamEvent event = events.next();
        return isText(event) && closedDuringPause() ? Optional.empty() : Optional.of(event);
    }

    private static boolean isText(StreamEvent event) {
        return event instanceof StreamEvent.TextDelta || event instanceof StreamEvent.ThinkingDelta;
    }

    private boolean closedDuringPause() {
        try {
            return closed.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new ClaudeException.ConnectionLost(
                    "The request was interrupted.", "", new IOException("interrupted", e));
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
