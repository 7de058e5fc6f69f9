package parley.inbox;

import java.util.Optional;
import parley.chat.Inbound;
import parley.chat.Reference;

/**
 * One accepted event.
 *
 * @param id rises with the order of acceptance
 * @param turn the answer that covers it, once there is one
 * @param tries how many turns over it were begun of which nobody knows the end
 */
public record JournalEntry(
        long id, Inbound event, EntryState state, Optional<Reference> turn, int tries) {}
