package parley.inbox;

import parley.chat.Inbound;

/** Hears what was taken in. Must return at once; safe for use by many threads. */
@FunctionalInterface
public interface Intake {
    /**
     * The event is to be answered and came for the first time; its turn has not begun.
     *
     * @param refused whether too many wait, so that nothing will come of it
     */
    void taken(Inbound event, boolean refused);
}
