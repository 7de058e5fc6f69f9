package parley.adapter;

import java.time.Instant;
import java.util.Locale;

/**
 * What came of one search for missed messages.
 *
 * @param from the moment from which on messages counted
 * @param read how many rooms were read, to the end or not
 * @param questions how many questions were taken that nobody had heard
 * @param passedOver how many were not, because there were too many
 * @param unread how many rooms were not read, or not to the end
 */
public record SearchTally(Instant from, int read, int questions, int passedOver, int unread) {
    /** The same with rooms that were never begun. */
    public SearchTally withUnread(int more) {
        return new SearchTally(from, read, questions, passedOver, unread + more);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "messages since %s; channels read: %d, questions taken: %d, passed over: %d,"
                        + " channels not read to the end: %d",
                from,
                read,
                questions,
                passedOver,
                unread);
    }
}
