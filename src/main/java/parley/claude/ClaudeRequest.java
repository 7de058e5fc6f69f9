package parley.claude;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Everything that one answer is asked with; immutable. Equal beginnings of {@code system} and
 * {@code messages} go out as equal bytes, cache breakpoints aside.
 *
 * @param maxTokens the longest answer, at least 1
 * @param effort sent only when the model takes it
 * @param temperature from 0 to 1; sent only when the model takes it
 */
public record ClaudeRequest(
        ModelId model,
        long maxTokens,
        String system,
        List<ClaudeMessage> messages,
        Optional<Effort> effort,
        OptionalDouble temperature,
        List<String> stopSequences) {
    public ClaudeRequest {
        messages = List.copyOf(messages);
        stopSequences = List.copyOf(stopSequences);
    }

    /** The same settings with other messages. */
    public ClaudeRequest withMessages(List<ClaudeMessage> others) {
        return new ClaudeRequest(
                model, maxTokens, system, others, effort, temperature, stopSequences);
    }
}
