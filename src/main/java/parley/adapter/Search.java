package parley.adapter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * One search of rooms for what was said in them since a moment. A platform that does not answer is
 * let be after a while. For one thread.
 */
public final class Search<R> {
    /** Rooms that the platform does not answer about, one after the other, until it is let be. */
    private static final int MOST_LOST = 3;

    private final Reader<R> reader;
    private final BooleanSupplier closed;
    private final InstantSource clock;
    private final Duration longest;
    private final Instant begun;
    private final Instant from;
    private int read;
    private int unread;
    private int lost;
    private Optional<RuntimeException> failure = Optional.empty();

    /** How far a room was read. */
    public enum Reading {
        WHOLE,
        PART,
        /** Not at all: the platform refused it. */
        REFUSED,
        /** Not at all: the platform gave no answer. */
        LOST
    }

    /** Reads one room from a moment on and hands over what it finds there, in order. */
    @FunctionalInterface
    public interface Reader<R> {
        Reading read(R room, Instant from, Finds finds);
    }

    /**
     * It begins now, for which the rooms may still have to be listed.
     *
     * @param closed whether the search is to end; may change at any time
     * @param longest how old a message may be when it is handed over
     * @param known before which nobody knows what was heard, and nothing is looked for
     */
    public Search(
            Reader<R> reader,
            BooleanSupplier closed,
            InstantSource clock,
            Duration longest,
            Instant since,
            Instant known) {
        this.reader = reader;
        this.closed = closed;
        this.clock = clock;
        this.longest = longest;
        this.begun = clock.instant();
        Instant earliest = begun.minus(longest);
        this.from = Collections.max(List.of(since, earliest, known));
    }

    /** The moment from which on messages count. */
    public Instant from() {
        return from;
    }

    /**
     * Reads them in that order. A room that cannot be read for a fault of this side keeps nobody
     * from the others, unless there are several of them.
     *
     * @throws RuntimeException what the reader threw first, after all the others were read
     */
    public SearchTally go(List<R> rooms) {
        Finds finds = new Finds(closed, clock, longest, begun);
        Instant tooLate = clock.instant().plus(longest);
        for (R room : rooms) {
            if (lost >= MOST_LOST || finds.closed() || clock.instant().isAfter(tooLate)) {
                unread++;
            } else {
                finds.nextRoom();
                count(read(room, finds));
            }
        }
        failure.ifPresent(fault -> {
            throw fault;
        });
        return new SearchTally(from, read, finds.questions(), finds.passedOver(), unread);
    }

    private Reading read(R room, Finds finds) {
        try {
            return reader.read(room, from, finds);
        } catch (RuntimeException e) {
            failure = failure.or(() -> Optional.of(e));
            return Reading.LOST;
        }
    }

    private void count(Reading reading) {
        lost = reading == Reading.LOST ? lost + 1 : reading == Reading.REFUSED ? lost : 0;
        read += reading == Reading.WHOLE || reading == Reading.PART ? 1 : 0;
        unread += reading == Reading.WHOLE ? 0 : 1;
    }
}
