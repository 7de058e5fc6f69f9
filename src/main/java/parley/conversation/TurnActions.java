package parley.conversation;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import parley.chat.Actions;
import parley.chat.Button;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.Inbox;
import parley.chat.Press;
import parley.inbox.EntryState;

/** The buttons under answers: who may press which, and what it does. */
public final class TurnActions implements Actions {
    private static final Set<Button> FOR_ANYONE =
            Set.of(Button.CODE_FILE, Button.LIKE, Button.DISLIKE);

    private final ConversationStore store;
    private final LiveTurns liveTurns;
    private final Inbox inbox;
    private final Admission admission;
    private final CodeFiles codeFiles;

    public TurnActions(
            ConversationStore store,
            LiveTurns liveTurns,
            Inbox inbox,
            Admission admission,
            Powers powers) {
        this.store = store;
        this.liveTurns = liveTurns;
        this.inbox = inbox;
        this.admission = admission;
        this.codeFiles = new CodeFiles(store, powers);
    }

    @Override
    public Optional<String> press(Press press) {
        Optional<TurnFacts> turn =
                store.find(press.turn()).filter(facts -> facts.thread().equals(press.thread()));
        if (turn.isEmpty()) {
            return Optional.of("This answer is not known here any more.");
        }
        return refusal(press, turn.get()).or(() -> carryOut(press, turn.get()));
    }

    private static Optional<String> refusal(Press press, TurnFacts turn) {
        boolean allowed =
                FOR_ANYONE.contains(press.button())
                        || press.admin()
                        || press.author().id().equals(turn.asker().id());
        return allowed
                ? Optional.empty()
                : Optional.of(
                        "Only " + turn.asker().name() + ", who asked, or an admin can do that.");
    }

    private Optional<String> carryOut(Press press, TurnFacts turn) {
        return switch (press.button()) {
            case STOP -> stop(press);
            case RETRY -> retry(press, turn);
            case CONTINUE -> goOn(press, turn);
            case CODE_FILE -> codeFiles.share(press);
            case LIKE, DISLIKE -> {
                boolean liked = press.button() == Button.LIKE;
                store.feedback(new Feedback(press.turn(), press.author().id(), liked, press.at()));
                yield Optional.empty();
            }
        };
    }

    private Optional<String> retry(Press press, TurnFacts turn) {
        return repeat(
                press,
                turn,
                new Inbound.Retry(
                        once(press, turn),
                        press.thread(),
                        press.author(),
                        press.at(),
                        press.turn()));
    }

    private Optional<String> goOn(Press press, TurnFacts turn) {
        if (!turn.newest()) {
            return Optional.of("The conversation has gone on since. Ask for the rest in words.");
        }
        return repeat(
                press,
                turn,
                new Inbound.Continue(
                        once(press, turn),
                        press.thread(),
                        press.author(),
                        press.at(),
                        press.turn()));
    }

    /** The same for every press until the turn has ended again: two presses are one wish. */
    private static EventId once(Press press, TurnFacts turn) {
        String wish = press.button().name().toLowerCase(Locale.ROOT);
        String ended = turn.finishedAt().map(at -> String.valueOf(at.toEpochMilli())).orElse("0");
        return new EventId(wish + "." + turn.reference() + "." + ended);
    }

    private Optional<String> stop(Press press) {
        boolean stopped = liveTurns.signal(press.turn(), new Signal.Stop(press.author().name()));
        return stopped ? Optional.empty() : Optional.of("This answer is already finished.");
    }

    private Optional<String> repeat(Press press, TurnFacts turn, Inbound event) {
        if (turn.state() == EntryState.RECEIVED || turn.state() == EntryState.ANSWERING) {
            return Optional.of("This answer is still being written.");
        }
        return admission.objection(event, press.standing()).or(() -> accept(event));
    }

    private Optional<String> accept(Inbound event) {
        return switch (inbox.accept(event)) {
            case ACCEPTED, CONSIDERED, NOTED -> Optional.empty();
            case IGNORED -> Optional.of(Sentences.ANSWERS_OFF);
            case DUPLICATE -> Optional.of("That is already on its way.");
            case OVERLOADED, REFUSED ->
                    Optional.of("Too many questions are waiting just now. Try again in a minute.");
        };
    }
}
