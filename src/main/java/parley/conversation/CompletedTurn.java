package parley.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parley.chat.Reference;
import parley.claude.ContentBlock;
import parley.claude.ModelId;
import parley.claude.StopReason;
import parley.claude.Usage;
import parley.prompt.PersonaId;
import parley.usage.Cost;
import parley.usage.ModelReason;

/**
 * The answer of one turn with all that explains it, stored before it is shown for the last time.
 *
 * @param personaVersion its number in the workspace's history; 0 when unknown
 * @param text the model's visible text, as the thread shows it
 * @param content the blocks that later requests send again
 * @param stopReason empty when the model did not get to say one
 * @param detail the refusal's explanation, or the fault in the words of the log; else empty
 * @param usage of all requests of this turn
 * @param estimated whether the output tokens are an estimate, because the stream ended early
 * @param cost empty when the model has no known price
 * @param note the sentence of Parley's own under the text
 * @param missed why there is no newer answer than this one, once another was asked for; of an
 *     answer without words, what is to be told so under the earlier one if that stands
 */
public record CompletedTurn(
        Reference reference,
        Outcome outcome,
        PersonaId persona,
        int personaVersion,
        String personaHash,
        ModelId model,
        ModelReason modelReason,
        String text,
        List<ContentBlock> content,
        String prefixHash,
        Optional<StopReason> stopReason,
        String detail,
        String requestId,
        Usage usage,
        boolean estimated,
        Optional<Cost> cost,
        Optional<String> note,
        Optional<String> missed,
        Optional<String> footer,
        Instant startedAt,
        Instant finishedAt) {
    public CompletedTurn {
        content = List.copyOf(content);
    }

    /** All that is said under the text; asking for another answer adds to what was said before. */
    public Optional<String> told() {
        return told(note, missed);
    }

    /** All that is said under the text of an answer of which these are known. */
    public static Optional<String> told(Optional<String> note, Optional<String> missed) {
        return Stream.of(note, missed)
                .flatMap(Optional::stream)
                .reduce((one, more) -> one + " " + more);
    }
}
