package parley.slack;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.Backoff;
import parley.adapter.Hearing;
import parley.chat.Ticker;

/**
 * Keeps a connection of Socket Mode open for as long as the program runs. A new one is opened
 * before Slack closes the old one, and at once when one is lost; what fails is tried again, ever
 * more slowly. At most two are open at once. Its one thread ends only by {@link #close}.
 */
final class SocketKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SocketKeeper.class);
    private static final Duration END = Duration.ofSeconds(5);

    private final SocketOpener opener;
    private final AtomicReference<@Nullable SlackSocket> newest;
    private final Hearing hearing;
    private final Absence absence;
    private final SocketPace pace;
    private final Ticker ticker;
    private final Backoff backoff;
    private final CountDownLatch judged = new CountDownLatch(1);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("slack link").unstarted(this::keep);
    private volatile @Nullable String refusal;

    /** Still takes what was under way to it; only the keeper's thread knows it. */
    private @Nullable SlackSocket former;

    /**
     * @param newest where the connection in use is to be found by others
     */
    SocketKeeper(
            SocketOpener opener,
            AtomicReference<@Nullable SlackSocket> newest,
            Hearing hearing,
            Absence absence,
            SocketPace pace,
            Ticker ticker) {
        this.opener = opener;
        this.newest = newest;
        this.hearing = hearing;
        this.absence = absence;
        this.pace = pace;
        this.ticker = ticker;
        backoff =
                new Backoff(
                        pace.firstRetry(),
                        pace.longestRetry(),
                        () -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * Begins, and waits for the first try, though not for long.
     *
     * @throws IllegalStateException when Slack refused the settings
     */
    void start() {
        thread.start();
        try {
            boolean _ = judged.await(pace.start().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String refused = refusal;
        if (refused != null) {
            close();
            throw new IllegalStateException(refused);
        }
    }

    /** Why nothing comes in, when nothing does. */
    Optional<String> fault() {
        if (!heard()) {
            hearing.lost();
        }
        return hearing.fault();
    }

    private boolean heard() {
        SlackSocket socket = newest.get();
        return socket != null && !isGone(socket);
    }

    /** One that is open may have lost its other side. */
    private boolean isGone(SlackSocket socket) {
        return !socket.isOpen() || socket.silence().compareTo(pace.silence()) >= 0;
    }

    private boolean stops() {
        return stopping.getCount() == 0;
    }

    /** Whatever happens in one round, there is a next one. */
    private void keep() {
        while (!stops()) {
            try {
                round();
            } catch (InterruptedException e) {
                LOG.debug("Interrupted");
            } catch (RuntimeException | Error e) {
                LOG.error("The connection to Slack has a fault of its own", e);
                pauseQuietly();
            }
        }
        letGo(former);
        letGo(newest.get());
    }

    private void round() throws InterruptedException {
        letGo(former);
        former = null;
        switch (opener.open()) {
            case SocketOpening.Opened(SlackSocket socket) -> {
                adopt(socket);
                serve(socket);
            }
            case SocketOpening.Failed(String reason, Duration atLeast) -> {
                missed(reason);
                pause(backoff.afterFailure(atLeast));
            }
            case SocketOpening.Refused(String message) -> {
                refusal = message;
                missed(message);
                pause(backoff.slowly());
            }
        }
    }

    /** Where the old one did not last until now, what came after its last sign may be lost. */
    private void adopt(SlackSocket socket) {
        SlackSocket old = newest.getAndSet(socket);
        former = old;
        if (old != null && isGone(old)) {
            absence.begins(old.silence());
        }
        refusal = null;
        hearing.restored();
        absence.ends();
        judged.countDown();
    }

    /** An old connection may still be in use, if Slack only asked for a new one. */
    private void missed(String reason) {
        if (heard()) {
            hearing.restored();
            LOG.debug("No new connection to Slack yet: {}", reason);
        } else {
            hearing.lost(reason);
        }
        judged.countDown();
    }

    /** Returns when a new connection is due. */
    private void serve(SlackSocket socket) throws InterruptedException {
        long since = ticker.nanos();
        SocketEnd end = watch(socket, since);
        if (ticker.nanos() - since >= pace.steady().toNanos()) {
            backoff.reset();
        }
        if (end.kind() != SocketEnd.Kind.RENEW && !stops()) {
            socket.close();
            hearing.lost(end.reason());
        }
        pause(
                switch (end.kind()) {
                    case RENEW, LOST -> backoff.afterLoss();
                    case UNWANTED -> backoff.afterFailure(Duration.ZERO);
                    case SWITCHED_OFF -> backoff.slowly();
                });
    }

    private SocketEnd watch(SlackSocket socket, long since) throws InterruptedException {
        while (socket.silence().compareTo(pace.silence()) < 0) {
            Optional<SocketEnd> end = socket.awaitEnd(pace.look());
            if (end.isPresent()) {
                return end.get();
            }
            if (ticker.nanos() - since >= pace.linger().toNanos()) {
                letGo(former);
                former = null;
            }
            if (socket.silence().compareTo(pace.ping()) >= 0) {
                socket.ping();
            }
        }
        return new SocketEnd(SocketEnd.Kind.LOST, "nothing came over the connection any more");
    }

    private void pause(Duration time) throws InterruptedException {
        boolean _ = stopping.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void pauseQuietly() {
        try {
            pause(backoff.afterFailure(Duration.ZERO));
        } catch (InterruptedException e) {
            LOG.debug("Interrupted");
        }
    }

    private static void letGo(@Nullable SlackSocket socket) {
        if (socket != null) {
            socket.close();
        }
    }

    /** Closes all connections; those being opened, too. Takes seconds at the most. */
    @Override
    public void close() {
        stopping.countDown();
        thread.interrupt();
        try {
            if (!thread.join(END)) {
                LOG.warn("A connection to Slack is still being opened; it is closed after that");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
