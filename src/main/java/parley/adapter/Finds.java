package parley.adapter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What one search comes upon, counted and bounded: nothing that is too old by the time, and no more
 * questions than so many, so that whoever floods a room delays nobody for long. For one thread.
 */
public final class Finds {
    /** Of one room. */
    public static final int MOST_OF_ROOM = 100;

    /** Of all rooms. */
    public static final int MOST = 300;

    private final BooleanSupplier closed;
    private final InstantSource clock;
    private final Duration longest;
    private final Instant begun;
    private int ofRoom;
    private int questions;
    private int passedOver;

    /**
     * @param begun what was said from then on is heard besides
     */
    Finds(BooleanSupplier closed, InstantSource clock, Duration longest, Instant begun) {
        this.closed = closed;
        this.clock = clock;
        this.longest = longest;
        this.begun = begun;
    }

    /** Whether nothing more is wanted of any room. */
    public boolean closed() {
        return closed.getAsBoolean();
    }

    /**
     * Hands over one message.
     *
     * @param made when it was said
     * @param take takes it
     * @param decline passes over it, if it is a question; whether it was one
     * @return what became of it; nothing where it is too old, or one too many. What was said since
     *     the search began is heard besides, and not passed over
     */
    public Found hand(Instant made, Supplier<Found> take, BooleanSupplier decline) {
        if (closed() || made.isBefore(clock.instant().minus(longest))) {
            return Found.NOTHING;
        }
        if (ofRoom >= MOST_OF_ROOM || questions >= MOST) {
            passedOver += made.isBefore(begun) && decline.getAsBoolean() ? 1 : 0;
            return Found.NOTHING;
        }
        Found found = take.get();
        if (found == Found.QUESTION) {
            ofRoom++;
            questions++;
        }
        return found;
    }

    void nextRoom() {
        ofRoom = 0;
    }

    int questions() {
        return questions;
    }

    int passedOver() {
        return passedOver;
    }
}
