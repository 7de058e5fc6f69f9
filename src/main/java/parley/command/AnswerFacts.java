package parley.command;

import java.time.Instant;
import java.util.Optional;
import parley.chat.Author;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.claude.ModelId;
import parley.claude.Usage;
import parley.prompt.PersonaId;
import parley.usage.Cost;
import parley.usage.ModelReason;

/**
 * What explains an answer; immutable. Nothing of what was said.
 *
 * @param finished empty while it is being written
 */
public record AnswerFacts(
        Reference reference,
        ThreadId thread,
        Author asker,
        Instant askedAt,
        Optional<Finished> finished) {

    /**
     * Of an answer that has ended.
     *
     * @param outcome how, in lower-case words
     * @param version of the persona; 0 when unknown
     * @param why empty in rows of before
     * @param stopReason the model's own word, in lower case
     * @param usage of all tries together
     * @param estimated whether the output tokens are an estimate
     * @param note the sentence of Parley's own under it
     */
    public record Finished(
            String outcome,
            PersonaId persona,
            int version,
            String hash,
            ModelId model,
            Optional<ModelReason> why,
            Optional<String> stopReason,
            Usage usage,
            boolean estimated,
            Optional<Cost> cost,
            String requestId,
            Optional<String> note,
            Instant startedAt,
            Instant finishedAt) {}
}
