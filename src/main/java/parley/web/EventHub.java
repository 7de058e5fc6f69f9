package parley.web;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells every open page what happens; safe for use by many threads. */
final class EventHub {
    private static final int MOST_PAGES = 200;
    private static final int MOST_WAITING = 1024;

    private final Set<EventStream> pages = ConcurrentHashMap.newKeySet();
    private final String hello;
    private volatile boolean closed;

    EventHub(String run) {
        hello = EventStream.frame(new PageEvent.Hello(run));
    }

    /** A stream that begins with the hello, or empty when there are too many or it is the end. */
    Optional<EventStream> open() {
        if (closed || pages.size() >= MOST_PAGES) {
            return Optional.empty();
        }
        var page = new EventStream(MOST_WAITING);
        page.put(hello);
        pages.add(page);
        if (closed) {
            page.end();
        }
        return Optional.of(page);
    }

    void leave(EventStream page) {
        pages.remove(page);
    }

    /** Never blocks on a page. */
    void publish(PageEvent event) {
        if (!pages.isEmpty()) {
            String frame = EventStream.frame(event);
            pages.forEach(page -> page.put(frame));
        }
    }

    /** Ends every stream. */
    void close() {
        closed = true;
        pages.forEach(EventStream::end);
    }
}
