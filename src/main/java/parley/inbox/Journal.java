package parley.inbox;

import java.util.List;
import java.util.Optional;
import parley.chat.ChannelId;
import parley.chat.Inbound;
import parley.chat.Platform;
import parley.chat.ThreadId;
import parley.chat.Untold;

/**
 * The durable list of accepted events. Safe for use by many threads; each write is durable on
 * return. Failures of the store come as unchecked exceptions.
 */
public interface Journal {
    /**
     * Adds the event unless its platform and {@link Inbound#event} id, or for a message its thread
     * and message id, are there already, or its conversation holds the message as one of those
     * before the bot was asked. A message that was only noted and comes again under another event
     * id as a mention (Slack sends those twice) is raised to that state.
     *
     * @return the new or raised entry, or empty for a duplicate
     */
    Optional<JournalEntry> append(Inbound event, EntryState state);

    /**
     * As {@link #append} of a question that is not going to be answered; in the same commit its
     * channel has one more that people are to be told of.
     */
    Optional<JournalEntry> refuse(Inbound.Said question, Untold.Why why);

    /** Of what people of the platform are not told yet. */
    List<Untold> untold(Platform platform);

    /** People were told of so many of the channel's, or cannot be. */
    void told(ChannelId channel, Untold.Why why, int questions);

    /** The entry of that event, by its platform and id. */
    Optional<JournalEntry> find(Inbound event);

    /**
     * What the thread's next turn covers: a turn under way or undelivered comes first (after a
     * restart), then everything that waits, up to the first entry that must come alone. Changes
     * nothing. Empty when nothing but noted entries is left.
     */
    Optional<Claim> next(ThreadId thread);

    /** Threads that have an entry between received and answered, longest waiting first. */
    List<ThreadId> unfinished();

    /** Edits and deletes that were accepted but not applied, oldest first. */
    List<JournalEntry> unappliedAmendments();

    /** A turn over these entries is about to be tried: one more is counted for each. */
    void tried(List<JournalEntry> entries);

    /** The last try of each came to an end, and the program with it to none: it counts no more. */
    void spare(List<JournalEntry> entries);

    /** Moves entries that no turn covers to that state. */
    void settle(List<JournalEntry> entries, EntryState state);
}
