package parley;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.Ticker;
import parley.conversation.LiveTurns;
import parley.inbox.Dispatcher;
import parley.responder.Responder;

/**
 * Ends the program in order, each step within its time whatever hangs:
 *
 * <ol>
 *   <li>No turn begins any more. What comes in is stored for the next start all the while, and
 *       buttons work.
 *   <li>Answers under way get the patience that there is.
 *   <li>Those that are left say in their threads that they go on later.
 *   <li>Nothing is written any more. Connections are let go of, all at once; what is not stored is
 *       not acknowledged, so that the platform sends it again.
 *   <li>The store goes last.
 * </ol>
 */
final class Shutdown {
    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    /** For answers to say that they go on later. */
    private static final Duration PARKING = Duration.ofSeconds(2);

    private static final Duration LETTING_GO = Duration.ofSeconds(3);
    private static final Duration STORE = Duration.ofSeconds(1);
    private static final Duration MOMENT = Duration.ofMillis(500);

    private final Dispatcher dispatcher;
    private final LiveTurns liveTurns;
    private final Responder responder;
    private final Ticker ticker;

    Shutdown(Dispatcher dispatcher, LiveTurns liveTurns, Responder responder, Ticker ticker) {
        this.dispatcher = dispatcher;
        this.liveTurns = liveTurns;
        this.responder = responder;
        this.ticker = ticker;
    }

    /** A part of the program that can be closed. */
    record Part(String name, Runnable close) {}

    /** Lets answers end that can within the time, parks the others, stops writing. */
    void answers(Duration patience) {
        LOG.info(
                "Stopping: {} answers under way, {} questions wait",
                dispatcher.running(),
                dispatcher.waiting());
        if (!dispatcher.drain(patience)) {
            LOG.info("Leaving {} answers for the next start", dispatcher.running());
        }
        liveTurns.parkAll();
        boolean _ = dispatcher.drain(PARKING);
        carryOut("answers", responder::close);
        if (!dispatcher.drain(MOMENT)) {
            LOG.warn("{} turns hang, and are left where they are", dispatcher.running());
        }
    }

    /** Closes the parts beside each other, those that know the outside. */
    void connections(List<Part> parts) {
        letGo(parts, LETTING_GO);
    }

    /** Closes what all others need. */
    void store(Runnable close) {
        letGo(List.of(new Part("the store", close)), STORE);
        LOG.info("Stopped");
    }

    private void letGo(List<Part> parts, Duration atMost) {
        long end = ticker.nanos() + atMost.toNanos();
        List<Thread> closing = new ArrayList<>();
        for (Part part : parts) {
            closing.add(
                    Thread.ofPlatform()
                            .daemon()
                            .name("closing " + part.name())
                            .start(() -> carryOut(part.name(), part.close())));
        }
        try {
            for (Thread thread : closing) {
                long millis = TimeUnit.NANOSECONDS.toMillis(end - ticker.nanos());
                if (!thread.join(Duration.ofMillis(Math.max(1, millis)))) {
                    LOG.warn("{} takes too long, and is left to itself", thread.getName());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void carryOut(String name, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.error("{} did not stop in order", name, e);
        }
    }
}
