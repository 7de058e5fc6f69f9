package parley.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import parley.chat.Author;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.Reference;
import parley.claude.ContentBlock;
import parley.conversation.Material;
import parley.conversation.OpenTurn;
import parley.inbox.Claim;
import parley.inbox.EntryState;
import parley.inbox.JournalEntry;

/** Begins a claim's turn in one transaction, or finds the one that was begun. */
final class TurnStart {
    private static final String COVER =
            "UPDATE journal SET state = 'ANSWERING', turn = :turn WHERE id = :id";

    private final Handle handle;
    private final Claim claim;
    private final Reference fresh;
    private final String continuation;
    private final Material material;

    TurnStart(Handle handle, Claim claim, Reference fresh, String continuation, Material material) {
        this.handle = handle;
        this.claim = claim;
        this.fresh = fresh;
        this.continuation = continuation;
        this.material = material;
    }

    Optional<OpenTurn> begin() {
        List<JournalEntry> entries = current();
        Optional<Reference> begun =
                entries.stream().flatMap(entry -> entry.turn().stream()).findFirst();
        return begun.or(() ->
                        entries.stream()
                                .filter(entry -> entry.state() == EntryState.RECEIVED)
                                .reduce((_, newer) -> newer)
                                .map(newest -> beginNew(entries, newest.event())))
                .map(reference -> TurnRows.open(handle, reference));
    }

    /** The claim's entries as they are now: people may have edited or deleted since the claim. */
    private List<JournalEntry> current() {
        Set<Long> ids = claim.entries().stream().map(JournalEntry::id).collect(Collectors.toSet());
        return JournalRows.open(handle, claim.thread()).stream()
                .filter(entry -> ids.contains(entry.id()))
                .toList();
    }

    private Reference beginNew(List<JournalEntry> entries, Inbound newest) {
        Reference reference =
                switch (newest) {
                    case Inbound.Retry retry -> again(retry);
                    case Inbound.Continue more -> goOn(more);
                    case Inbound.Said question -> ask(entries, question);
                    case Inbound.Edited _, Inbound.Deleted _ ->
                            throw new IllegalArgumentException("no turn covers an amendment");
                };
        cover(entries, reference);
        return reference;
    }

    private Reference again(Inbound.Retry retry) {
        Author _ = TurnRows.requireIn(handle, claim.thread(), retry.turn());
        EarlierAnswer.layAside(handle, retry.turn());
        return retry.turn();
    }

    private Reference goOn(Inbound.Continue more) {
        Author asker = TurnRows.requireIn(handle, claim.thread(), more.turn());
        var words =
                new NewTurns.Words(
                        new MessageId("continue." + more.event()),
                        asker,
                        more.at(),
                        List.of(new ContentBlock.Text(continuation)),
                        Optional.empty());
        Optional<MessageId> about = question(more.turn());
        NewTurns.add(handle, claim.thread(), more.at(), List.of(words), words, about, fresh);
        return fresh;
    }

    private Reference ask(List<JournalEntry> entries, Inbound.Said question) {
        List<NewTurns.Words> said = new ArrayList<>();
        Set<MessageId> coming = coming();
        material.earlier().stream()
                .filter(message -> !coming.contains(message.said().message()))
                .forEach(message -> said.add(NewTurns.Words.of(message)));
        Instant since = question.at();
        for (JournalEntry entry : entries) {
            if (entry.event() instanceof Inbound.Said message) {
                said.add(NewTurns.Words.of(material.of(message)));
                since = message.at().isBefore(since) ? message.at() : since;
            }
        }
        NewTurns.add(
                handle,
                claim.thread(),
                since,
                said,
                NewTurns.Words.of(material.of(question)),
                Optional.of(question.message()),
                fresh);
        return fresh;
    }

    /** What the continued answer refers to, the rest of it does too. */
    private Optional<MessageId> question(Reference turn) {
        return TurnRows.open(handle, turn).question();
    }

    /** Messages of the thread that a turn is to cover: taken belatedly, they may be older ones. */
    private Set<MessageId> coming() {
        return JournalRows.open(handle, claim.thread()).stream()
                .map(JournalEntry::event)
                .filter(Inbound.Said.class::isInstance)
                .map(event -> ((Inbound.Said) event).message())
                .collect(Collectors.toSet());
    }

    private void cover(List<JournalEntry> entries, Reference reference) {
        PreparedBatch batch = handle.prepareBatch(COVER);
        entries.forEach(
                entry -> batch.bind("id", entry.id()).bind("turn", reference.value()).add());
        batch.execute();
    }
}
