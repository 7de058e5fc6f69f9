package parley.discord;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.Backoff;
import parley.adapter.Throttle;
import parley.chat.Inbound;
import parley.chat.Inbox;
import parley.chat.Receipt;
import parley.chat.Ticker;

/**
 * Puts what was heard into the inbox. Discord does not deliver again, so what cannot be taken is
 * tried again for about a minute; the inbox knows what it has. Safe for use by many threads.
 */
final class Acceptance implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Acceptance.class);

    private final Inbox inbox;
    private final Consumer<Inbound.Said> asked;
    private final Consumer<Inbound.Said> considered;
    private final Consumer<Inbound.Said> refused;
    private final Consumer<Inbound.Said> passedOver;
    private final Patience patience;
    private final Throttle complaints;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** How often, and with which pauses, something is tried. */
    record Patience(Duration first, Duration longest, int tries) {
        static final Patience USUAL =
                new Patience(Duration.ofMillis(250), Duration.ofSeconds(10), 12);
    }

    /** What came of it; of several events, what comes first here. */
    enum End {
        /** A question among it is going to be answered. */
        ASKED,
        TAKEN,
        /** All of it was known. */
        KNOWN,
        /** There was nothing to take. */
        NOTHING,
        /** Not taken after all those tries. */
        MISSED
    }

    /**
     * @param asked is told of each question that was taken, and returns at once
     * @param considered is told of each one that may come to nothing, and returns at once
     * @param refused is told of each one for which there is no room, and returns at once
     * @param passedOver is told of each one that a search found and was too many, and returns at
     *     once
     */
    Acceptance(
            Inbox inbox,
            Consumer<Inbound.Said> asked,
            Consumer<Inbound.Said> considered,
            Consumer<Inbound.Said> refused,
            Consumer<Inbound.Said> passedOver,
            Patience patience,
            Ticker ticker) {
        this.inbox = inbox;
        this.asked = asked;
        this.considered = considered;
        this.refused = refused;
        this.passedOver = passedOver;
        this.patience = patience;
        this.complaints = new Throttle(Duration.ofMinutes(1), ticker);
    }

    /**
     * Blocks until all of it is taken, or given up; does not throw.
     *
     * @param heard what there is to take; empty as long as that is not known; may throw
     */
    End take(Supplier<Optional<List<Inbound>>> heard) {
        Backoff backoff =
                new Backoff(
                        patience.first(),
                        patience.longest(),
                        () -> ThreadLocalRandom.current().nextDouble());
        for (int tries = 1; ; tries++) {
            Optional<End> end = attempt(heard);
            if (end.isPresent()) {
                return end.get();
            }
            if (tries >= patience.tries() || closedWithin(backoff.afterFailure(Duration.ZERO))) {
                complain("is given up for now");
                return End.MISSED;
            }
        }
    }

    private Optional<End> attempt(Supplier<Optional<List<Inbound>>> heard) {
        try {
            Optional<List<Inbound>> known = heard.get();
            if (known.isEmpty()) {
                complain("stands in a channel of which nothing can be learnt; it is tried again");
            }
            return known.map(this::accept);
        } catch (RuntimeException e) {
            complain("could not be stored and is tried again: " + e);
            return Optional.empty();
        }
    }

    private void complain(String what) {
        if (complaints.pass(what)) {
            LOG.warn("A message of Discord {}", what);
        }
    }

    private End accept(List<Inbound> all) {
        List<End> ends = new ArrayList<>();
        for (Inbound heard : all) {
            Receipt receipt = inbox.accept(heard);
            ends.add(end(heard, receipt));
            if (heard instanceof Inbound.Said said) {
                tell(said, receipt);
            }
        }
        return ends.stream().min(Comparator.naturalOrder()).orElse(End.NOTHING);
    }

    private static End end(Inbound heard, Receipt receipt) {
        return switch (receipt) {
            case ACCEPTED, CONSIDERED -> heard instanceof Inbound.Said ? End.ASKED : End.TAKEN;
            case DUPLICATE, REFUSED -> End.KNOWN;
            case NOTED, IGNORED, OVERLOADED -> End.TAKEN;
        };
    }

    /** Passes over the questions of it; whether there were any that were not known. */
    boolean decline(List<Inbound> heard) {
        boolean any = false;
        for (Inbound one : heard) {
            if (one instanceof Inbound.Said said && inbox.decline(said)) {
                passedOver.accept(said);
                any = true;
            }
        }
        return any;
    }

    /** What follows a question must not bring it back. */
    private void tell(Inbound.Said said, Receipt receipt) {
        try {
            switch (receipt) {
                case ACCEPTED -> asked.accept(said);
                case CONSIDERED -> considered.accept(said);
                case OVERLOADED -> refused.accept(said);
                case NOTED, DUPLICATE, IGNORED, REFUSED -> {}
            }
        } catch (RuntimeException e) {
            LOG.error("A question was taken, but not shown to be", e);
        }
    }

    private boolean closedWithin(Duration pause) {
        try {
            return closed.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Nothing is tried again any more. */
    @Override
    public void close() {
        closed.countDown();
    }
}
