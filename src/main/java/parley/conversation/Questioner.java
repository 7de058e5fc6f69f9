package parley.conversation;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.claude.Claude;
import parley.claude.ModelId;
import parley.prompt.Persona;
import parley.prompt.Personas;
import parley.responder.Reply;

/** Puts a turn's question to the model with all that goes with it. Safe for use by many threads. */
public final class Questioner {
    private static final Logger LOG = LoggerFactory.getLogger(Questioner.class);

    private final ConversationStore store;
    private final Personas personas;
    private final Claude claude;
    private final ModelId defaultModel;
    private final LiveTurns liveTurns;
    private final InstantSource clock;
    private final TurnObserver observer;

    /**
     * @param defaultModel for personas that name none
     */
    public Questioner(
            ConversationStore store,
            Personas personas,
            Claude claude,
            ModelId defaultModel,
            LiveTurns liveTurns,
            InstantSource clock,
            TurnObserver observer) {
        this.store = store;
        this.personas = personas;
        this.claude = claude;
        this.defaultModel = defaultModel;
        this.liveTurns = liveTurns;
        this.clock = clock;
        this.observer = observer;
    }

    /** Text goes to the reply as it comes; empty when the program is stopping. */
    Optional<Answer> ask(OpenTurn turn, Persona persona, Reply reply, Gathered gathered) {
        LiveTurn live = liveTurns.begin(turn.reference());
        try {
            String system = personas.render(persona, turn.thread());
            var listener =
                    new Listener(claude, clock, observer, turn.askedAt(), reply, live, gathered);
            Asking.RequestSource requests =
                    (model, share, thinking, files) ->
                            RequestBuilder.build(
                                    persona,
                                    system,
                                    claude.facts(model),
                                    store.before(turn, files.share(share)),
                                    share,
                                    thinking);
            Asking asking =
                    new Asking(
                            turn.reference(),
                            models(persona),
                            requests,
                            listener,
                            reply,
                            live,
                            gathered);
            return asking.ask();
        } catch (RuntimeException e) {
            LOG.error("A fault of Parley's own", e);
            observer.fault("internal");
            return Optional.of(internal(turn, persona, gathered));
        } finally {
            liveTurns.end(turn.reference());
        }
    }

    /** Nobody is left without an answer, whatever broke. */
    private Answer internal(OpenTurn turn, Persona persona, Gathered gathered) {
        return new Answer(
                Outcome.FAILED,
                models(persona).getFirst(),
                gathered.content(),
                "",
                Optional.empty(),
                "internal",
                Optional.of(Sentences.internal(turn.reference())));
    }

    private List<ModelId> models(Persona persona) {
        List<ModelId> models = new ArrayList<>();
        models.add(persona.model().orElse(defaultModel));
        models.addAll(persona.fallbackModels());
        return models;
    }
}
