package parley.inbox;

import java.util.List;
import java.util.Optional;
import parley.chat.ChannelId;
import parley.chat.Inbound;
import parley.chat.Inbox;
import parley.chat.Platform;
import parley.chat.Receipt;
import parley.chat.Untold;

/** The inbox: asks the rule, writes the journal, wakes the dispatcher. */
public final class DurableInbox implements Inbox {
    private final Addressing addressing;
    private final Journal journal;
    private final Dispatcher dispatcher;
    private final TurnHandler handler;
    private final Intake intake;

    public DurableInbox(
            Addressing addressing,
            Journal journal,
            Dispatcher dispatcher,
            TurnHandler handler,
            Intake intake) {
        this.addressing = addressing;
        this.journal = journal;
        this.dispatcher = dispatcher;
        this.handler = handler;
        this.intake = intake;
    }

    @Override
    public Receipt accept(Inbound event) {
        return accept(event, false);
    }

    @Override
    public Receipt acceptAwaited(Inbound event) {
        return accept(event, true);
    }

    private Receipt accept(Inbound event, boolean awaited) {
        return switch (addressing.judge(event)) {
            case ANSWER -> answer(event, Receipt.ACCEPTED, awaited);
            case CONSIDER -> answer(event, Receipt.CONSIDERED, awaited);
            case AMEND -> amend(event);
            case NOTE ->
                    journal.append(event, EntryState.NOTED)
                            .map(entry -> Receipt.NOTED)
                            .orElse(Receipt.DUPLICATE);
            case IGNORE -> Receipt.IGNORED;
        };
    }

    @Override
    public boolean decline(Inbound.Said question) {
        return switch (addressing.judge(question)) {
            case ANSWER, CONSIDER -> {
                boolean fresh = journal.refuse(question, Untold.Why.AWAY).isPresent();
                if (fresh) {
                    intake.taken(question, true);
                }
                yield fresh;
            }
            case AMEND, NOTE, IGNORE -> false;
        };
    }

    @Override
    public List<Untold> untold(Platform platform) {
        return journal.untold(platform);
    }

    @Override
    public void told(ChannelId channel, Untold.Why why, int questions) {
        journal.told(channel, why, questions);
    }

    @Override
    public boolean listens(ChannelId channel) {
        return addressing.listens(channel);
    }

    /**
     * A refused question is written down too, so that its redelivery is not answered after all. A
     * refused press is not: the next one is the same wish, and may find room. A question that comes
     * while the program stops is answered by its next start.
     */
    private Receipt answer(Inbound event, Receipt taken, boolean awaited) {
        boolean room = dispatcher.backlog().reserve(event.thread());
        if (!room && !(event instanceof Inbound.Said) && journal.find(event).isEmpty()) {
            return refuse(event);
        }
        boolean isNew = false;
        try {
            isNew = append(event, room, awaited);
        } finally {
            if (room && !isNew) {
                dispatcher.backlog().release(event.thread());
            }
        }
        return isNew ? taken(event, room, taken) : again(event);
    }

    private boolean append(Inbound event, boolean room, boolean awaited) {
        Optional<JournalEntry> entry =
                !room && !awaited && event instanceof Inbound.Said question
                        ? journal.refuse(question, Untold.Why.BUSY)
                        : journal.append(event, room ? EntryState.RECEIVED : EntryState.FAILED);
        return entry.isPresent();
    }

    private Receipt taken(Inbound event, boolean room, Receipt taken) {
        if (!room) {
            return refuse(event);
        }
        intake.taken(event, false);
        dispatcher.accepted(event.thread());
        return taken;
    }

    private Receipt refuse(Inbound event) {
        intake.taken(event, true);
        return Receipt.OVERLOADED;
    }

    private Receipt again(Inbound event) {
        if (wasRefused(event)) {
            return Receipt.REFUSED;
        }
        dispatcher.heardAgain(event.thread());
        return Receipt.DUPLICATE;
    }

    private boolean wasRefused(Inbound event) {
        return event instanceof Inbound.Said
                && journal.find(event)
                        .filter(known -> known.state() == EntryState.FAILED)
                        .filter(known -> known.turn().isEmpty())
                        .isPresent();
    }

    /** Delivered again, an amendment is applied if that failed the first time. */
    private Receipt amend(Inbound event) {
        Optional<JournalEntry> entry = journal.append(event, EntryState.RECEIVED);
        entry.or(() -> unapplied(event)).ifPresent(handler::amend);
        return entry.isPresent() ? Receipt.ACCEPTED : Receipt.DUPLICATE;
    }

    private Optional<JournalEntry> unapplied(Inbound event) {
        return journal.unappliedAmendments().stream()
                .filter(entry -> entry.event().event().equals(event.event()))
                .filter(entry -> entry.event().thread().equals(event.thread()))
                .findFirst();
    }
}
