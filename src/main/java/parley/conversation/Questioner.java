package parley.conversation;

import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.prompt.Persona;
import parley.prompt.Personas;
import parley.responder.Reply;
import parley.usage.ChosenModel;

/** Puts a turn's question to the model with all that goes with it. Safe for use by many threads. */
public final class Questioner {
    private static final Logger LOG = LoggerFactory.getLogger(Questioner.class);

    private final ConversationStore store;
    private final Personas personas;
    private final ModelAccess access;
    private final ModelChoice models;
    private final LiveTurns liveTurns;
    private final FileMemory memory;
    private final InstantSource clock;
    private final TurnObserver observer;

    public Questioner(
            ConversationStore store,
            Personas personas,
            ModelAccess access,
            ModelChoice models,
            LiveTurns liveTurns,
            FileMemory memory,
            InstantSource clock,
            TurnObserver observer) {
        this.store = store;
        this.personas = personas;
        this.access = access;
        this.models = models;
        this.liveTurns = liveTurns;
        this.memory = memory;
        this.clock = clock;
        this.observer = observer;
    }

    /**
     * Text goes to the reply as it comes; empty when the program is stopping.
     *
     * @throws RuntimeException when the store cannot be read for now; nothing is told of it then
     */
    Optional<Answer> ask(OpenTurn turn, Persona persona, Reply reply, Gathered gathered) {
        LiveTurn live = liveTurns.begin(turn.reference());
        try {
            String system = personas.render(persona, turn.thread());
            var listener =
                    new Listener(
                            access.claude(),
                            clock,
                            observer,
                            turn.askedAt(),
                            reply,
                            live,
                            gathered);
            Asking.RequestSource requests =
                    (model, share, files) ->
                            RequestBuilder.build(
                                    persona,
                                    system,
                                    access.claude().facts(model),
                                    store.before(turn, files.share(share)),
                                    share);
            var entrance =
                    new Entrance(
                            access,
                            models.of(persona, turn.thread().channel()),
                            Patience.ofTurn(access.ticker()),
                            live,
                            reply::status);
            Asking asking =
                    new Asking(
                            turn.reference(),
                            entrance,
                            room(turn, live, reply),
                            requests,
                            listener,
                            reply,
                            live,
                            gathered);
            return asking.ask();
        } catch (RuntimeException e) {
            if (e instanceof StoreFailure failure && failure.isOutage()) {
                throw e;
            }
            LOG.error("A fault of Parley's own", e);
            observer.fault("internal");
            return Optional.of(internal(turn, persona, gathered));
        } finally {
            liveTurns.end(turn.reference());
        }
    }

    private RequestRoom room(OpenTurn turn, LiveTurn live, Reply reply) {
        long bytes = Math.min(store.fileBytes(turn.reference()), FileRoom.WHOLE.bytes());
        return new RequestRoom(memory, bytes, live, reply::status);
    }

    /** Nobody is left without an answer, whatever broke. */
    private Answer internal(OpenTurn turn, Persona persona, Gathered gathered) {
        String sentence = Sentences.internal(turn.reference());
        return unasked(turn, persona, Outcome.FAILED, gathered, "internal", sentence);
    }

    /** What the one who asked is told instead of an answer. */
    Answer barred(OpenTurn turn, Persona persona, String sentence) {
        return unasked(turn, persona, Outcome.LIMITED, new Gathered(), "", sentence);
    }

    /** What the one who asked is told when every try to answer ended the process. */
    Answer hopeless(OpenTurn turn, Persona persona) {
        String sentence = Sentences.hopeless(turn.reference());
        return unasked(
                turn, persona, Outcome.FAILED, new Gathered(), "ended the process", sentence);
    }

    private Answer unasked(
            OpenTurn turn,
            Persona persona,
            Outcome outcome,
            Gathered gathered,
            String detail,
            String sentence) {
        ChosenModel first = models.of(persona, turn.thread().channel()).getFirst();
        return new Answer(
                outcome,
                first.model(),
                first.why(),
                gathered.content(),
                "",
                Optional.empty(),
                detail,
                Optional.of(sentence),
                Optional.of(sentence));
    }
}
