package parley.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import parley.chat.ChannelId;
import parley.chat.EventId;
import parley.chat.UserId;

/**
 * Counts the answers of each channel, and of each person in it, over the last hour: at no moment do
 * the sixty minutes before it hold more than allowed. Durable, so that a restart neither forgets
 * nor counts twice. Safe for use by many threads; each call is one transaction; failures of the
 * store come as unchecked exceptions.
 */
public interface Allowance {
    /** Over so long answers are counted. */
    Duration HOUR = Duration.ofHours(1);

    /** A question does not wait for longer. */
    Duration LONGEST_WAIT = Duration.ofHours(2);

    /**
     * Takes one answer for that wish if there is one left. The same wish takes once only, however
     * often it comes. One that may wait is given the first time that is still free, and keeps it or
     * gets an earlier one when it comes again, so that what waits is answered in order; comes it
     * after that time, it is taken.
     */
    Grant take(Wish wish, Quota quota, Instant now);

    /** Whether an answer was taken for it in the last hour. */
    boolean hasTaken(Wish wish, Instant now);

    /**
     * What wants to be answered.
     *
     * @param person who asked, or pressed
     * @param events all that the answer covers, oldest first, at least one: no event belongs to two
     *     answers
     */
    record Wish(ChannelId channel, UserId person, List<EventId> events) {
        public Wish {
            events = List.copyOf(events);
        }
    }

    /**
     * How many answers there are, each empty for no limit.
     *
     * @param waits whether a wish beyond them keeps a place among those of later
     */
    record Quota(OptionalInt perChannel, OptionalInt perPerson, boolean waits) {}

    /** What came of a wish. */
    sealed interface Grant {
        /** It may be answered now. */
        record Taken() implements Grant {}

        /**
         * It may not.
         *
         * @param reserved whether it has its place at that time
         */
        record Later(LimitReached limit, boolean reserved) implements Grant {}
    }
}
