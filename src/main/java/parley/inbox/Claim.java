package parley.inbox;

import java.util.List;
import parley.chat.ThreadId;

/**
 * The entries of one thread that the next turn covers, oldest first, never empty. All have the same
 * state and, past {@link EntryState#RECEIVED}, the same turn; entries only noted may stand among
 * received ones. A retry or a continuation comes alone.
 *
 * @param state of the turn: received (a new one), answering (cut off by a restart) or answered (to
 *     be shown again)
 */
public record Claim(ThreadId thread, EntryState state, List<JournalEntry> entries) {
    public Claim {
        entries = List.copyOf(entries);
    }

    /** How many of the entries are questions whose turn has not begun. */
    int waiting() {
        return (int) entries.stream().filter(entry -> entry.state() == EntryState.RECEIVED).count();
    }

    /** Whether it covers the same entries, as far along. */
    boolean sameAs(Claim other) {
        return state == other.state && ids().equals(other.ids());
    }

    private List<Long> ids() {
        return entries.stream().map(JournalEntry::id).toList();
    }
}
