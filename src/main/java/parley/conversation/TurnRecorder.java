package parley.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.Reference;
import parley.prompt.Persona;
import parley.usage.Cost;
import parley.usage.PriceTable;

/** Writes down what explains an answer: who gave it, from what, for how much. */
public final class TurnRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(TurnRecorder.class);

    private final ConversationStore store;
    private final PriceTable prices;
    private final InstantSource clock;
    private final TurnObserver observer;

    public TurnRecorder(
            ConversationStore store,
            PriceTable prices,
            InstantSource clock,
            TurnObserver observer) {
        this.store = store;
        this.prices = prices;
        this.clock = clock;
        this.observer = observer;
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * Stores the answer durably, counts it and logs it; gives the one that stands now, or nothing
     * when the store failed.
     *
     * @throws UnknownTurnException when the store does not know the turn
     */
    Optional<CompletedTurn> record(CompletedTurn completed) {
        CompletedTurn standing;
        try {
            standing = store.complete(completed);
        } catch (UnknownTurnException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("An answer cannot be stored", e);
            observer.fault("not_stored");
            return Optional.empty();
        }
        observer.completed(completed);
        LOG.info(
                "{} by {} as {} in {} ms: {} {} request={}{}",
                completed.outcome(),
                completed.model(),
                completed.persona(),
                Duration.between(completed.startedAt(), completed.finishedAt()).toMillis(),
                completed.usage(),
                completed.detail(),
                completed.requestId(),
                standing.missed().isPresent() ? "; the earlier answer stands" : "");
        return Optional.of(standing);
    }

    /** The answer with all that explains it. */
    CompletedTurn explain(
            Reference turn, Persona persona, Gathered gathered, Answer answer, Instant began) {
        Instant now = clock.instant();
        Optional<Cost> cost = gathered.cost(prices);
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
                persona.version(),
                persona.hash(),
                answer.model(),
                answer.modelReason(),
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
                Optional.of(Sentences.stands(answer.ending()))
                        .filter(_ -> gathered.text().isBlank()),
                Optional.of(footer).filter(line -> persona.footer() && gathered.begun()),
                began,
                now);
    }
}
