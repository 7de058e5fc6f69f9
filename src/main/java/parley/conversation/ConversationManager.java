package parley.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import parley.chat.Button;
import parley.chat.Inbound;
import parley.chat.Reference;
import parley.claude.Claude;
import parley.claude.ModelId;
import parley.claude.Usage;
import parley.inbox.Claim;
import parley.inbox.EntryState;
import parley.inbox.Journal;
import parley.inbox.JournalEntry;
import parley.inbox.TurnHandler;
import parley.prompt.Persona;
import parley.prompt.Personas;
import parley.responder.Delivery;
import parley.responder.Reply;
import parley.responder.ReplyEnd;
import parley.responder.Responder;
import parley.usage.Cost;
import parley.usage.PriceTable;

/**
 * Runs a turn from its claim to the last edit. The order is what makes it safe: begun durably
 * before the model is asked, stored before it is shown for the last time, settled when the thread
 * shows it. Safe for use by many threads.
 */
public final class ConversationManager implements TurnHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ConversationManager.class);
    private static final String CONTINUE =
            "Continue exactly where your last message stopped, without repeating anything.";

    private final Journal journal;
    private final ConversationStore store;
    private final Personas personas;
    private final Claude claude;
    private final ModelId defaultModel;
    private final PriceTable prices;
    private final Responder responder;
    private final LiveTurns liveTurns;
    private final InstantSource clock;
    private final TurnObserver observer;
    private final References references = new References();

    public ConversationManager(
            Journal journal,
            ConversationStore store,
            Personas personas,
            Claude claude,
            ModelId defaultModel,
            PriceTable prices,
            Responder responder,
            LiveTurns liveTurns,
            InstantSource clock,
            TurnObserver observer) {
        this.journal = journal;
        this.store = store;
        this.personas = personas;
        this.claude = claude;
        this.defaultModel = defaultModel;
        this.prices = prices;
        this.responder = responder;
        this.liveTurns = liveTurns;
        this.clock = clock;
        this.observer = observer;
    }

    @Override
    public void run(Claim claim) {
        begin(claim).ifPresent(this::run);
    }

    private Optional<OpenTurn> begin(Claim claim) {
        try {
            return store.begin(claim, references.next(), CONTINUE);
        } catch (UnknownTurnException e) {
            LOG.warn("Nothing to do in {}: {}", claim.thread(), e.getMessage());
            journal.settle(claim.entries(), EntryState.FAILED);
            return Optional.empty();
        }
    }

    private void run(OpenTurn turn) {
        Reply reply = responder.open(turn.thread(), turn.reference(), turn.messages());
        try (var reference = MDC.putCloseable("turn", turn.reference().value())) {
            if (turn.completed().isEmpty()) {
                reply.status("Thinking");
            }
            Optional<CompletedTurn> completed = turn.completed().or(() -> answer(turn, reply));
            completed.ifPresent(answer -> show(turn.reference(), answer, reply));
        } finally {
            reply.abandon();
        }
    }

    /** Empty when the program is stopping: the turn is answered at its next start. */
    private Optional<CompletedTurn> answer(OpenTurn turn, Reply reply) {
        Instant began = clock.instant();
        Persona persona = personas.resolve(turn.thread());
        Gathered gathered = new Gathered();
        Optional<Answer> answer = ask(turn, persona, reply, gathered);
        if (answer.isEmpty()) {
            LOG.info("Left for the next start");
            return Optional.empty();
        }
        CompletedTurn completed =
                complete(turn.reference(), persona, gathered, answer.get(), began);
        store.complete(completed);
        report(completed);
        return Optional.of(completed);
    }

    private Optional<Answer> ask(OpenTurn turn, Persona persona, Reply reply, Gathered gathered) {
        LiveTurn live = liveTurns.begin(turn.reference());
        try {
            String system = personas.render(persona, turn.thread());
            var listener =
                    new Listener(claude, clock, observer, turn.askedAt(), reply, live, gathered);
            return new Asking(
                            turn.reference(),
                            models(persona),
                            (model, share) ->
                                    RequestBuilder.build(
                                            persona,
                                            system,
                                            claude.facts(model),
                                            store.before(turn),
                                            share),
                            listener,
                            reply,
                            live,
                            gathered)
                    .ask();
        } finally {
            liveTurns.end(turn.reference());
        }
    }

    private List<ModelId> models(Persona persona) {
        List<ModelId> models = new ArrayList<>();
        models.add(persona.model().orElse(defaultModel));
        models.addAll(persona.fallbackModels());
        return models;
    }

    private CompletedTurn complete(
            Reference turn, Persona persona, Gathered gathered, Answer answer, Instant began) {
        Instant now = clock.instant();
        Optional<Cost> cost = prices.cost(answer.model(), gathered.usage());
        String footer =
                Footer.line(
                        persona.id(),
                        answer.model(),
                        gathered.usage(),
                        gathered.estimated(),
                        cost,
                        Duration.between(began, now));
        return new CompletedTurn(
                turn,
                answer.outcome(),
                persona.id(),
                persona.hash(),
                answer.model(),
                gathered.text(),
                answer.content(),
                answer.prefixHash(),
                answer.stopReason(),
                answer.detail(),
                gathered.requestId(),
                gathered.usage(),
                gathered.estimated(),
                cost,
                answer.note(),
                Optional.of(footer).filter(line -> persona.footer() && hasBegun(gathered)),
                began,
                now);
    }

    /** An answer that failed before it cost anything has nothing to tell in its footer. */
    private static boolean hasBegun(Gathered gathered) {
        return !gathered.text().isEmpty() || !gathered.usage().equals(Usage.NONE);
    }

    private void report(CompletedTurn turn) {
        observer.completed(turn);
        LOG.info(
                "{} by {} as {} in {} ms: {} {} request={}",
                turn.outcome(),
                turn.model(),
                turn.persona(),
                Duration.between(turn.startedAt(), turn.finishedAt()).toMillis(),
                turn.usage(),
                turn.detail(),
                turn.requestId());
    }

    private void show(Reference reference, CompletedTurn turn, Reply reply) {
        ReplyEnd end = new ReplyEnd(turn.note(), turn.footer(), buttons(turn));
        switch (reply.finish(turn.text(), end)) {
            case Delivery.Delivered delivered -> store.shown(reference, true);
            case Delivery.Undeliverable(String reason) -> {
                LOG.error("The thread cannot show the answer: {}", reason);
                observer.fault("undeliverable");
                store.shown(reference, false);
            }
            case Delivery.Postponed postponed -> LOG.info("Shown at the next start");
        }
    }

    private static List<Button> buttons(CompletedTurn turn) {
        boolean more = !turn.text().isBlank();
        return switch (turn.outcome()) {
            case ANSWERED -> List.of(Button.RETRY, Button.LIKE, Button.DISLIKE);
            case CUT_SHORT -> List.of(Button.CONTINUE, Button.RETRY, Button.LIKE, Button.DISLIKE);
            case REFUSED -> List.of(Button.RETRY);
            case STOPPED, FAILED ->
                    more ? List.of(Button.CONTINUE, Button.RETRY) : List.of(Button.RETRY);
        };
    }

    @Override
    public void amend(JournalEntry amendment) {
        Optional<Reference> answering =
                switch (amendment.event()) {
                    case Inbound.Edited edit ->
                            store.edit(edit.thread(), edit.message(), edit.text(), edit.at());
                    case Inbound.Deleted gone ->
                            store.delete(gone.thread(), gone.message(), gone.at());
                    default -> throw new IllegalArgumentException("not an amendment: " + amendment);
                };
        journal.settle(List.of(amendment), EntryState.DELIVERED);
        answering.ifPresent(turn -> liveTurns.signal(turn, new Signal.Restart()));
    }
}
