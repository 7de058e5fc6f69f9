package parley.conversation;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.chat.Inbound;
import parley.chat.ThreadId;
import parley.chat.ThreadReader;
import parley.inbox.Claim;
import parley.inbox.EntryState;

/**
 * Gathers what a new turn needs beside its events: names, the earlier messages of a thread that the
 * bot joins in the middle, and files. Safe for use by many threads.
 *
 * <p>It is gathered before the turn begins and stored by the very transaction that begins it. So a
 * turn that has begun has everything in the store, and neither a restart nor a retry nor a later
 * turn asks the platform again; and one that was cut off while gathering has not begun, and gathers
 * anew. The store is not held meanwhile. There is no reply yet that could show a status, so it is
 * shown beside the thread as that of waiting questions is.
 */
public final class Gatherer {
    private final Powers powers;
    private final ConversationStore store;
    private final LiveTurns liveTurns;
    private final InstantSource clock;

    public Gatherer(
            Powers powers, ConversationStore store, LiveTurns liveTurns, InstantSource clock) {
        this.powers = powers;
        this.store = store;
        this.liveTurns = liveTurns;
        this.clock = clock;
    }

    /**
     * Blocks for about a minute at most; empty when the program is stopping meanwhile.
     *
     * @throws RuntimeException when the store fails; nothing that the platform does
     */
    Optional<Material> gather(Claim claim) {
        List<Inbound.Said> said = said(claim);
        if (said.isEmpty()) {
            return Optional.of(Material.NONE);
        }
        ThreadId thread = claim.thread();
        ThreadReader reader = powers.reader(thread);
        EarlierMessages earlier = earlier(thread, reader, said);
        Lateness lateness = Lateness.of(said.getLast().at(), clock.instant());
        List<Contribution> messages = new ArrayList<>();
        var files = new FileFetcher(thread, powers, clock);
        // The newest first: where not all files may come along, those of the question do.
        for (Inbound.Said message : said.reversed()) {
            if (liveTurns.parking()) {
                return Optional.empty();
            }
            messages.addFirst(files.fetch(completed(reader, message)));
        }
        messages.set(messages.size() - 1, lateness.tellWith(messages.getLast()));
        messages.set(messages.size() - 1, earlier.tellWith(messages.getLast()));
        return Optional.of(new Material(earlier.messages(), messages));
    }

    /** What the files take that are to be fetched, as far as the platform has told. */
    static long fileBytes(Claim claim) {
        return FileFetcher.bytes(said(claim).stream().flatMap(it -> it.files().stream()).toList());
    }

    /** Empty for retries and continuations, and for a turn that has begun. */
    private static List<Inbound.Said> said(Claim claim) {
        List<Inbound.Said> said = new ArrayList<>();
        if (claim.state() == EntryState.RECEIVED) {
            claim.entries()
                    .forEach(entry -> {
                        if (entry.event() instanceof Inbound.Said message) {
                            said.add(message);
                        }
                    });
        }
        return said;
    }

    private EarlierMessages earlier(ThreadId thread, ThreadReader reader, List<Inbound.Said> said) {
        if (!powers.canRead(thread)) {
            return EarlierMessages.NONE;
        }
        boolean fromTheStart = said.stream().anyMatch(it -> reader.begins(thread, it.message()));
        if (fromTheStart || store.knows(thread)) {
            powers.showStatus(thread, Sentences.THINKING);
            return EarlierMessages.NONE;
        }
        powers.showStatus(thread, Sentences.READING_THREAD);
        return EarlierMessages.read(reader, said);
    }

    private static Contribution completed(ThreadReader reader, Inbound.Said message) {
        Inbound.Said completed = reader.complete(message);
        return new Contribution(
                message, completed.author(), completed.text(), List.of(), Optional.empty());
    }
}
