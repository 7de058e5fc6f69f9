package parley.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.inbox.EntryState;
import parley.inbox.Journal;
import parley.inbox.JournalEntry;

/**
 * Applies what people edit and delete, at once. What a turn gathers is not in the store yet, so for
 * a thread that gathers it is applied once more when all of it is. Safe for use by many threads.
 */
final class Amender {
    private final Journal journal;
    private final ConversationStore store;
    private final Powers powers;
    private final LiveTurns liveTurns;
    private final ConcurrentMap<ThreadId, List<JournalEntry>> gathering = new ConcurrentHashMap<>();

    /** What the store may have changed though it said that it did not. */
    private final Set<Place> doubtful = ConcurrentHashMap.newKeySet();

    private record Place(ThreadId thread, MessageId message) {}

    Amender(Journal journal, ConversationStore store, Powers powers, LiveTurns liveTurns) {
        this.journal = journal;
        this.store = store;
        this.powers = powers;
        this.liveTurns = liveTurns;
    }

    /** A turn of the thread begins to gather. */
    void hold(ThreadId thread) {
        gathering.put(thread, List.of());
    }

    /** What was gathered is stored, or was dropped. */
    void release(ThreadId thread) {
        List<JournalEntry> meanwhile = gathering.remove(thread);
        if (meanwhile != null) {
            meanwhile.forEach(this::applyForGood);
        }
    }

    void apply(JournalEntry amendment) {
        // Remembered first: whoever releases the thread before that has stored it all before.
        List<JournalEntry> held =
                gathering.computeIfPresent(
                        amendment.event().thread(), (_, others) -> and(others, amendment));
        if (held == null) {
            applyForGood(amendment);
        } else {
            // Not settled, so that it is applied even if the program ends before the release.
            Optional<Reference> _ = change(amendment);
        }
    }

    private void applyForGood(JournalEntry amendment) {
        Place place = place(amendment);
        boolean again = !doubtful.add(place);
        Optional<Reference> changed = change(amendment);
        Optional<Reference> answering =
                again ? changed.or(() -> store.answering(place.thread, place.message)) : changed;
        // At once: by what is stored now, nobody could tell that the answer has read other words.
        answering.ifPresent(turn -> liveTurns.signal(turn, new Signal.Restart()));
        doubtful.remove(place);
        journal.settle(List.of(amendment), EntryState.DELIVERED);
    }

    private static Place place(JournalEntry amendment) {
        return switch (amendment.event()) {
            case Inbound.Edited edit -> new Place(edit.thread(), edit.message());
            case Inbound.Deleted gone -> new Place(gone.thread(), gone.message());
            default -> throw notOne(amendment);
        };
    }

    private static IllegalArgumentException notOne(JournalEntry entry) {
        return new IllegalArgumentException("not an amendment: " + entry);
    }

    private static List<JournalEntry> and(List<JournalEntry> others, JournalEntry amendment) {
        List<JournalEntry> all = new ArrayList<>(others);
        all.add(amendment);
        return all;
    }

    private Optional<Reference> change(JournalEntry amendment) {
        return switch (amendment.event()) {
            case Inbound.Edited edit -> store.edit(edit, words(edit));
            case Inbound.Deleted gone -> store.delete(gone.thread(), gone.message(), gone.at());
            default -> throw notOne(amendment);
        };
    }

    /** The new text as the model is to read it. */
    private String words(Inbound.Edited edit) {
        var said =
                new Inbound.ThreadReply(
                        edit.event(),
                        edit.thread(),
                        edit.author(),
                        edit.at(),
                        edit.message(),
                        edit.text(),
                        List.of());
        return powers.reader(edit.thread()).complete(said).text();
    }
}
