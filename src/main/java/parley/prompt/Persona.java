package parley.prompt;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import parley.chat.Overview;
import parley.claude.Effort;
import parley.claude.ModelId;

/**
 * Who the bot is in a place; immutable.
 *
 * @param description one line for lists
 * @param model empty for the program's default model
 * @param maxTokens the longest answer in tokens, at least 1
 * @param footer whether answers end with the line of persona, model, tokens, cost and seconds
 * @param suggestedPrompts questions to begin with, at most four, for platforms that offer them
 * @param prompt the system prompt, with variables such as {@code {{channel}}} still in it
 * @param hash of the whole file, short and printable: equal hashes mean equal personas
 * @param version its number in the history of the workspace that asked, from 1; 0 when unknown
 */
public record Persona(
        PersonaId id,
        String description,
        Optional<ModelId> model,
        long maxTokens,
        Optional<Effort> effort,
        OptionalDouble temperature,
        List<String> stopSequences,
        List<ModelId> fallbackModels,
        boolean footer,
        List<Overview.Prompt> suggestedPrompts,
        String prompt,
        String hash,
        int version) {
    public Persona {
        stopSequences = List.copyOf(stopSequences);
        fallbackModels = List.copyOf(fallbackModels);
        suggestedPrompts = List.copyOf(suggestedPrompts);
    }

    /** The same persona as that version of it. */
    Persona as(int number) {
        return new Persona(
                id,
                description,
                model,
                maxTokens,
                effort,
                temperature,
                stopSequences,
                fallbackModels,
                footer,
                suggestedPrompts,
                prompt,
                hash,
                number);
    }
}
