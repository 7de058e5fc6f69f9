package parley.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.chat.Inbound;
import parley.chat.ThreadId;
import parley.inbox.Claim;
import parley.inbox.EntryState;
import parley.inbox.JournalEntry;

/** Which of a thread's open entries its next turn covers. Only computes. */
final class ClaimRule {
    private ClaimRule() {}

    /**
     * @param open the thread's entries from noted to answered, oldest first, without amendments
     */
    static Optional<Claim> next(ThreadId thread, List<JournalEntry> open) {
        return open.stream()
                .filter(entry -> entry.turn().isPresent())
                .findFirst()
                .map(begun -> resumed(thread, open, begun))
                .or(() -> waiting(thread, open));
    }

    private static Claim resumed(ThreadId thread, List<JournalEntry> open, JournalEntry begun) {
        return new Claim(
                thread,
                begun.state(),
                open.stream()
                        .filter(entry ->
                                entry.turn().equals(begun.turn()) && entry.state() == begun.state())
                        .toList());
    }

    private static Optional<Claim> waiting(ThreadId thread, List<JournalEntry> open) {
        List<JournalEntry> run = new ArrayList<>();
        boolean toAnswer = false;
        for (JournalEntry entry : open) {
            if (entry.event() instanceof Inbound.Said) {
                run.add(entry);
                toAnswer |= entry.state() == EntryState.RECEIVED;
            } else if (toAnswer) {
                break;
            } else {
                // What was only noted before it waits for the next question.
                run = List.of(entry);
                toAnswer = true;
                break;
            }
        }
        return toAnswer
                ? Optional.of(new Claim(thread, EntryState.RECEIVED, run))
                : Optional.empty();
    }
}
