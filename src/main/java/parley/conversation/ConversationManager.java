package parley.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import parley.chat.Button;
import parley.chat.Inbound;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.inbox.Claim;
import parley.inbox.EntryState;
import parley.inbox.JournalEntry;
import parley.inbox.TurnEnd;
import parley.inbox.TurnHandler;
import parley.prompt.Persona;
import parley.prompt.Personas;
import parley.responder.Byline;
import parley.responder.Delivery;
import parley.responder.Reply;
import parley.responder.ReplyEnd;
import parley.responder.Responder;
import parley.responder.Substitute;
import parley.rule.Fate;
import parley.rule.Fates;
import parley.rule.LimitReached;

/**
 * Runs a turn from its claim to the last edit. The order is what makes it safe: begun durably
 * before the model is asked, stored before it is shown for the last time, settled when the thread
 * shows it. While the platform cannot be reached, the stored answer is postponed: its claim comes
 * again, and only showing it is left. Safe for use by many threads.
 */
public final class ConversationManager implements TurnHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ConversationManager.class);

    private static final TurnEnd SETTLED = new TurnEnd.Settled();
    private static final TurnEnd STOPPING = new TurnEnd.Postponed("Parley is stopping");

    /** An answer that could not be shown before is not waited for as long again. */
    private static final Duration PATIENCE_AGAIN = Duration.ofSeconds(10);

    private final Admission admission;
    private final TurnStarter starter;
    private final ConversationStore store;
    private final Personas personas;
    private final Questioner questioner;
    private final TurnRecorder recorder;
    private final Responder responder;
    private final LiveTurns liveTurns;
    private final TurnObserver observer;
    private final Fates fates;
    private final Powers powers;
    private final AnswerButtons buttons;
    private final WholeText wholeText;
    private final Instant born;

    public ConversationManager(
            Admission admission,
            TurnStarter starter,
            ConversationStore store,
            Personas personas,
            Questioner questioner,
            TurnRecorder recorder,
            Responder responder,
            LiveTurns liveTurns,
            TurnObserver observer,
            Fates fates,
            Powers powers) {
        this.admission = admission;
        this.starter = starter;
        this.store = store;
        this.personas = personas;
        this.questioner = questioner;
        this.recorder = recorder;
        this.responder = responder;
        this.liveTurns = liveTurns;
        this.observer = observer;
        this.fates = fates;
        this.powers = powers;
        this.buttons = new AnswerButtons(powers);
        this.wholeText = new WholeText(powers, liveTurns);
        this.born = recorder.now();
    }

    @Override
    public TurnEnd run(Claim claim) {
        return switch (admission.decide(claim)) {
            case Admission.Decision.Admitted(Claim mine) -> run(mine, Optional.empty());
            case Admission.Decision.Barred(Claim mine, Admission.Bar bar) -> bar(mine, bar);
            case Admission.Decision.Waits(LimitReached limit) -> await(claim, limit);
            case Admission.Decision.Unheard(Claim mine) -> ignore(mine);
        };
    }

    /** An answer that stands is not given up for the word that there is no other one. */
    private TurnEnd bar(Claim claim, Admission.Bar bar) {
        if (claim.state() == EntryState.RECEIVED
                && claim.entries().getFirst().event() instanceof Inbound.Retry retry
                && store.text(retry.turn()).filter(text -> !text.isBlank()).isPresent()) {
            LOG.info("{} is not asked again: {}", retry.turn(), bar.sentence());
            fates.turn(events(claim), bar.verdict(retry.turn()));
            starter.drop(claim);
            return SETTLED;
        }
        return run(claim, Optional.of(bar));
    }

    private TurnEnd run(Claim claim, Optional<Admission.Bar> bar) {
        return starter.bounded(
                claim, (mine, hope, stored) -> run(mine, new Way(bar, hope, stored)));
    }

    /**
     * How a turn is run.
     *
     * @param bar why it is not put to the model
     * @param stored to be called when its answer is
     */
    private record Way(Optional<Admission.Bar> bar, Tries.Hope hope, Runnable stored) {
        boolean hopeless() {
            return hope != Tries.Hope.ANSWER;
        }
    }

    private TurnEnd run(Claim claim, Way way) {
        if (way.hope() == Tries.Hope.NONE) {
            starter.bury(claim);
            return SETTLED;
        }
        Optional<OpenTurn> begun = way.hopeless() ? starter.beginBare(claim) : starter.begin(claim);
        return begun.map(turn -> run(claim, turn, way, open(turn, claim.state())))
                .orElse(liveTurns.parking() ? STOPPING : SETTLED);
    }

    /** Nothing is stored but that it waits; the time itself is kept with what was answered. */
    private TurnEnd await(Claim claim, LimitReached limit) {
        fates.turn(events(claim), new Fate.Waiting(limit));
        powers.showStatus(claim.thread(), limit.waiting());
        Duration pause = Duration.between(recorder.now(), limit.until());
        return new TurnEnd.Later(pause.isNegative() ? Duration.ZERO : pause);
    }

    private TurnEnd ignore(Claim claim) {
        fates.turn(events(claim), new Fate.Silenced());
        starter.drop(claim);
        return SETTLED;
    }

    private static List<Inbound> events(Claim claim) {
        return claim.entries().stream().map(JournalEntry::event).toList();
    }

    private Reply open(OpenTurn turn, EntryState state) {
        Byline byline = new Byline(turn.reference(), turn.asker().id(), turn.question());
        // What waited for an earlier process may have a status of it in its thread.
        boolean ours = state == EntryState.RECEIVED && !turn.takenAt().isBefore(born);
        return ours
                ? responder.open(turn.thread(), byline, turn.messages())
                : responder.resume(turn.thread(), byline, turn.messages(), turn.takenAt());
    }

    private TurnEnd run(Claim claim, OpenTurn turn, Way way, Reply reply) {
        try (var reference = MDC.putCloseable("turn", turn.reference().value())) {
            fates.turn(events(claim), new Fate.Answering(turn.reference()));
            Optional<CompletedTurn> completed = turn.completed().or(() -> answer(turn, way, reply));
            completed.ifPresent(it -> fates.turn(events(claim), verdict(it, way.bar())));
            return completed
                    .map(answer -> show(turn, answer, reply, way))
                    .orElseGet(() -> park(reply));
        } finally {
            reply.abandon();
        }
    }

    private static TurnEnd park(Reply reply) {
        reply.park(Sentences.PARKED);
        return STOPPING;
    }

    private static Fate.Verdict verdict(CompletedTurn turn, Optional<Admission.Bar> bar) {
        Reference reference = turn.reference();
        if (bar.isPresent()) {
            return bar.get().verdict(reference);
        }
        return turn.outcome() == Outcome.LIMITED
                ? new Fate.Refused(reference, turn.note().orElse(""))
                : new Fate.Answered(reference);
    }

    /** Empty when the program is stopping: the turn is answered at its next start. */
    private Optional<CompletedTurn> answer(OpenTurn turn, Way way, Reply reply) {
        Instant began = recorder.now();
        Persona persona = personas.resolve(turn.thread());
        Gathered gathered = new Gathered();
        Optional<Answer> answer =
                way.hopeless()
                        ? Optional.of(questioner.hopeless(turn, persona))
                        : way.bar()
                                .map(bar -> questioner.barred(turn, persona, bar.sentence()))
                                .or(() -> ask(turn, persona, reply, gathered));
        return answer.map(it -> recorder.explain(turn.reference(), persona, gathered, it, began))
                .flatMap(completed -> store(completed, reply));
    }

    private Optional<Answer> ask(OpenTurn turn, Persona persona, Reply reply, Gathered gathered) {
        reply.status(Sentences.THINKING);
        return questioner.ask(turn, persona, reply, gathered);
    }

    /**
     * The answer that stands now. One that was paid for is not asked for again because the store
     * fails for a while.
     */
    private Optional<CompletedTurn> store(CompletedTurn completed, Reply reply) {
        Optional<CompletedTurn> standing = recorder.record(completed);
        for (long pause = 1; standing.isEmpty(); pause = Math.min(2 * pause, 30)) {
            reply.status(Sentences.notStored());
            if (liveTurns.awaitParking(Duration.ofSeconds(pause))) {
                LOG.error("Stopping with an answer that could not be stored; it is asked again");
                return standing;
            }
            standing = recorder.record(completed);
        }
        return standing;
    }

    private TurnEnd show(OpenTurn open, CompletedTurn turn, Reply reply, Way way) {
        way.stored().run();
        ThreadId thread = open.thread();
        boolean again = open.completed().isPresent();
        boolean unshowable = again && way.hopeless();
        Optional<String> note =
                unshowable ? Optional.of(Sentences.hopeless(turn.reference())) : turn.told();
        ReplyEnd end =
                new ReplyEnd(
                        note,
                        turn.footer(),
                        buttons.under(turn, thread),
                        Optional.of(substitute(turn.reference())));
        String text = unshowable ? "" : turn.text();
        Delivery delivery =
                again ? reply.finish(text, end, PATIENCE_AGAIN) : reply.finish(text, end);
        return switch (delivery) {
            case Delivery.Delivered delivered -> {
                wholeText.follow(
                        thread, turn, again ? Optional.of(open.takenAt()) : Optional.empty());
                store.shown(turn.reference(), true);
                yield SETTLED;
            }
            case Delivery.Undeliverable(String reason) -> {
                LOG.error("The thread cannot show the answer: {}", reason);
                observer.fault("undeliverable");
                store.shown(turn.reference(), false);
                yield SETTLED;
            }
            case Delivery.Replaced(String reason) -> {
                LOG.error("The platform refuses the answer, as the thread says: {}", reason);
                observer.fault("undeliverable");
                store.shown(turn.reference(), false);
                yield SETTLED;
            }
            case Delivery.Broken(String reason) -> new TurnEnd.Broken(reason);
            case Delivery.Postponed(Optional<String> why) ->
                    why.<TurnEnd>map(TurnEnd.Postponed::new).orElse(STOPPING);
        };
    }

    private static Substitute substitute(Reference turn) {
        return (reason, rest) ->
                new ReplyEnd(
                        Optional.of(Sentences.notShown(reason, rest, turn)),
                        Optional.empty(),
                        List.of(Button.RETRY));
    }

    @Override
    public void amend(JournalEntry amendment) {
        starter.amend(amendment);
    }
}
