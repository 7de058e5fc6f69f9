package parley.conversation;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.Inbound;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.inbox.Claim;
import parley.inbox.EntryState;
import parley.inbox.Journal;
import parley.inbox.JournalEntry;
import parley.inbox.TurnEnd;

/**
 * Begins turns durably with all that they need, and lets people edit and delete meanwhile. Safe for
 * use by many threads.
 */
public final class TurnStarter {
    private static final Logger LOG = LoggerFactory.getLogger(TurnStarter.class);
    private static final String CONTINUE =
            "Continue exactly where your last message stopped, without repeating anything.";

    private final Journal journal;
    private final ConversationStore store;
    private final Gatherer gatherer;
    private final Powers powers;
    private final LiveTurns liveTurns;
    private final FileMemory memory;
    private final Amender amender;
    private final Tries tries;
    private final References references = new References();

    public TurnStarter(
            Journal journal,
            ConversationStore store,
            Gatherer gatherer,
            Powers powers,
            LiveTurns liveTurns,
            FileMemory memory,
            InstantSource clock) {
        this.journal = journal;
        this.store = store;
        this.gatherer = gatherer;
        this.powers = powers;
        this.liveTurns = liveTurns;
        this.memory = memory;
        this.amender = new Amender(journal, store, powers, liveTurns);
        this.tries =
                new Tries(journal, clock, thread -> powers.showStatus(thread, Sentences.ALONE));
    }

    /** Runs a turn, but one that ends the process not for ever. */
    TurnEnd bounded(Claim claim, Tries.Run turn) {
        return tries.run(claim, turn);
    }

    /** Empty when there is nothing to answer any more, or the program is stopping. */
    Optional<OpenTurn> begin(Claim claim) {
        ThreadId thread = claim.thread();
        Optional<OpenTurn> turn = Optional.empty();
        amender.hold(thread);
        try {
            turn = gatherAndBegin(claim);
            return turn;
        } finally {
            if (turn.isEmpty()) {
                powers.clearStatus(thread);
            }
            amender.release(thread);
        }
    }

    private Optional<OpenTurn> gatherAndBegin(Claim claim) {
        long bytes = Gatherer.fileBytes(claim);
        try (var _ = memory.hold(bytes, liveTurns::parking, () -> waiting(claim.thread()))) {
            return gatherer.gather(claim).flatMap(material -> begin(claim, material));
        }
    }

    private void waiting(ThreadId thread) {
        powers.showStatus(thread, Sentences.FILES_WAITING);
    }

    /** The same for a turn that is only to be ended: with nothing but what its events tell. */
    Optional<OpenTurn> beginBare(Claim claim) {
        return begin(claim, Material.NONE);
    }

    private Optional<OpenTurn> begin(Claim claim, Material material) {
        try {
            return store.begin(claim, references.next(), CONTINUE, material);
        } catch (UnknownTurnException e) {
            LOG.warn("Nothing to do in {}: {}", claim.thread(), e.getMessage());
            journal.settle(claim.entries(), EntryState.FAILED);
            return Optional.empty();
        }
    }

    /** Ends the claim, and tells nobody: that cannot be. */
    void bury(Claim claim) {
        claim.entries().stream()
                .flatMap(entry -> entry.turn().stream())
                .distinct()
                .forEach(turn -> store.shown(turn, false));
        journal.settle(claim.entries(), EntryState.FAILED);
    }

    /** Forgets the claim's questions, and tells nobody; what was only noted waits on. */
    void drop(Claim claim) {
        List<JournalEntry> questions =
                claim.entries().stream()
                        .filter(entry -> entry.state() != EntryState.NOTED)
                        .toList();
        for (JournalEntry question : questions) {
            if (question.event() instanceof Inbound.Said said) {
                Optional<Reference> _ = store.delete(said.thread(), said.message(), said.at());
            }
        }
        journal.settle(questions, EntryState.DELIVERED);
        powers.clearStatus(claim.thread());
    }

    void amend(JournalEntry amendment) {
        amender.apply(amendment);
    }
}
