package parley.conversation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.Author;
import parley.chat.MessageId;
import parley.chat.ThreadId;
import parley.claude.ClaudeException;
import parley.claude.ClaudeRequest;
import parley.claude.ClaudeStream;
import parley.claude.ContentBlock;
import parley.claude.ModelId;
import parley.claude.Pass;
import parley.claude.StopReason;
import parley.claude.StreamEvent;
import parley.claude.Usage;
import parley.prompt.Persona;
import parley.prompt.Personas;
import parley.usage.ChosenModel;
import parley.usage.Cost;
import parley.usage.ModelReason;
import parley.usage.PriceTable;

/**
 * Asks the model one question beside all conversations, as a turn would ask it; nothing of it is
 * stored. Safe for use by many threads.
 */
public final class Trial {
    private static final Logger LOG = LoggerFactory.getLogger(Trial.class);

    private static final String GIVEN_UP =
            "Something went wrong inside Parley. Try again; the log has the details.";

    private final Personas personas;
    private final ModelAccess access;
    private final ModelId defaultModel;
    private final PriceTable prices;
    private final InstantSource clock;

    /**
     * @param defaultModel for personas that name none
     */
    public Trial(
            Personas personas,
            ModelAccess access,
            ModelId defaultModel,
            PriceTable prices,
            InstantSource clock) {
        this.personas = personas;
        this.access = access;
        this.defaultModel = defaultModel;
        this.prices = prices;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Result {
        /**
         * @param note what there is to say of the answer, in one sentence
         */
        record Answered(
                String text, ModelId model, Usage usage, Optional<Cost> cost, Optional<String> note)
                implements Result {}

        /**
         * @param sentence why there is no answer, and what to do
         */
        record Failed(String sentence) implements Result {}
    }

    /** Blocks until the answer is whole; its length is bounded by the persona's. Does not throw. */
    public Result ask(Persona persona, ThreadId place, Author author, String question) {
        try {
            return ask(request(persona, place, author, question));
        } catch (RuntimeException e) {
            LOG.error("A fault of Parley's own", e);
            return new Result.Failed(GIVEN_UP);
        }
    }

    private Result ask(ClaudeRequest request) {
        var entrance =
                new Entrance(
                        access,
                        List.of(new ChosenModel(request.model(), ModelReason.PERSONA)),
                        Patience.ofTrial(access.ticker()),
                        new LiveTurn(),
                        _ -> {});
        while (true) {
            switch (entrance.next(() -> {})) {
                case Entrance.Next.Ask(Pass pass) -> {
                    Optional<Result> result = ask(request, entrance, pass);
                    if (result.isPresent()) {
                        return result.get();
                    }
                }
                case Entrance.Next.Over(Optional<ClaudeException> why) -> {
                    return new Result.Failed(why.map(Trial::explain).orElse(GIVEN_UP));
                }
                case Entrance.Next.Interrupted _ -> {
                    return new Result.Failed(GIVEN_UP);
                }
            }
        }
    }

    /** Empty when it is worth asking again. */
    private Optional<Result> ask(ClaudeRequest request, Entrance entrance, Pass pass) {
        var gathered = new Gathered();
        try (pass) {
            return ask(request, entrance, pass, gathered);
        }
    }

    private Optional<Result> ask(
            ClaudeRequest request, Entrance entrance, Pass pass, Gathered gathered) {
        try {
            return Optional.of(answered(gathered, hear(request, gathered, pass)));
        } catch (ClaudeException e) {
            LOG.warn("Claude: {} (request {})", e.getMessage(), e.requestId());
            pass.failed(e);
            if (gathered.model().isPresent() || !e.hint().worthwhile()) {
                return Optional.of(new Result.Failed(explain(e)));
            }
            entrance.failed(e, false);
            return Optional.empty();
        }
    }

    private ClaudeRequest request(Persona persona, ThreadId place, Author author, String question) {
        var asked =
                new Turn.UserTurn(
                        1,
                        new MessageId("trial"),
                        author,
                        clock.instant(),
                        List.of(new ContentBlock.Text(question)),
                        Optional.empty());
        return RequestBuilder.build(
                        persona,
                        personas.render(persona, place),
                        access.claude().facts(persona.model().orElse(defaultModel)),
                        new Conversation(place, List.of(asked)),
                        1)
                .request();
    }

    private Optional<StreamEvent.Finished> hear(
            ClaudeRequest request, Gathered gathered, Pass pass) {
        Optional<StreamEvent.Finished> end = Optional.empty();
        try (ClaudeStream stream = access.claude().stream(request)) {
            for (Optional<StreamEvent> event = stream.next();
                    event.isPresent();
                    event = stream.next()) {
                switch (event.get()) {
                    case StreamEvent.Started started -> {
                        pass.began();
                        gathered.started(started);
                    }
                    case StreamEvent.TextDelta delta -> gathered.text(delta.text());
                    case StreamEvent.Finished finished -> {
                        gathered.finished(finished.usage());
                        end = Optional.of(finished);
                    }
                    case StreamEvent.ThinkingDelta _, StreamEvent.BlockReady _ -> {}
                }
            }
        }
        return end;
    }

    private Result answered(Gathered gathered, Optional<StreamEvent.Finished> end) {
        return new Result.Answered(
                gathered.text(),
                gathered.model().orElse(defaultModel),
                gathered.usage(),
                gathered.cost(prices),
                end.isEmpty()
                        ? Optional.of("Parley is stopping, so the answer is not whole.")
                        : note(end.get().reason(), end.get().detail()));
    }

    private static Optional<String> note(StopReason reason, String detail) {
        return switch (reason) {
            case END_TURN, STOP_SEQUENCE, UNRECOGNIZED -> Optional.empty();
            case MAX_TOKENS -> Optional.of("The answer reached its length limit.");
            case PAUSE_TURN -> Optional.of("Claude paused, and the answer is not whole.");
            case MODEL_CONTEXT_WINDOW_EXCEEDED, REFUSAL, TOOL_USE ->
                    Sentences.ending(reason, detail);
        };
    }

    private static String explain(ClaudeException fault) {
        return switch (fault) {
            case ClaudeException.RateLimited limited ->
                    "Claude takes no more requests from here just now. Try again "
                            + limited.retryAfter().map(Trial::in).orElse("in a minute")
                            + ".";
            case ClaudeException.Overloaded _ ->
                    "Claude is overloaded at the moment. Try again in a minute.";
            case ClaudeException.Internal _ -> GIVEN_UP;
            case ClaudeException.InvalidRequest invalid ->
                    invalid.tooLong()
                            ? "The persona and the question are too long for the model."
                            : "Claude refused the request as malformed: " + invalid.getMessage();
            case ClaudeException.Unauthorized _ ->
                    "Claude does not let this bot in at the moment. /parley status tells admins why.";
            case ClaudeException.NotFound _ ->
                    "The model of this persona, or the address of Claude, does not exist.";
            case ClaudeException.ConnectionLost _ ->
                    "The connection to Claude was lost. Try again.";
        };
    }

    private static String in(Duration pause) {
        return "in " + Math.max(1, pause.toSeconds()) + " seconds";
    }
}
