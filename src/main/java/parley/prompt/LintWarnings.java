package parley.prompt;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import parley.claude.ModelId;

/** What in a good persona file is probably not meant. */
final class LintWarnings {
    private static final Pattern SINGLE_BRACES =
            Pattern.compile("(?<!\\{)\\{\\s*(platform|workspace|channel)\\s*}(?!})");

    private final Predicate<ModelId> known;

    LintWarnings(Predicate<ModelId> known) {
        this.known = known;
    }

    List<PersonaFault> of(PersonaFile file) {
        return Stream.of(temperature(file), models(file), prompts(file), braces(file))
                .flatMap(warnings -> warnings)
                .sorted((a, b) -> Integer.compare(a.line(), b.line()))
                .toList();
    }

    private static Stream<PersonaFault> temperature(PersonaFile file) {
        return file.persona().temperature().isEmpty()
                ? Stream.empty()
                : Stream.of(
                        warning(
                                file,
                                "temperature",
                                "today's Claude API refuses temperature: it is sent only to servers"
                                        + " that take it; effort is today's dial"));
    }

    private Stream<PersonaFault> models(PersonaFile file) {
        Persona persona = file.persona();
        Stream<PersonaFault> model =
                persona.model().stream().flatMap(id -> unknown(file, "model", id));
        Stream<PersonaFault> fallbacks =
                persona.fallbackModels().stream().flatMap(id -> fallback(file, id));
        return Stream.concat(model, fallbacks);
    }

    private Stream<PersonaFault> fallback(PersonaFile file, ModelId id) {
        return file.persona().model().filter(id::equals).isPresent()
                ? Stream.of(
                        warning(file, "fallback_models", "falls back from " + id + " to itself"))
                : unknown(file, "fallback_models", id);
    }

    private Stream<PersonaFault> unknown(PersonaFile file, String key, ModelId id) {
        return known.test(id)
                ? Stream.empty()
                : Stream.of(
                        warning(
                                file,
                                key,
                                "'"
                                        + id
                                        + "' is not a model that Parley knows; is"
                                        + " it spelled right?"));
    }

    private static Stream<PersonaFault> prompts(PersonaFile file) {
        return file.persona().suggestedPrompts().stream()
                .filter(prompt -> prompt.message().contains("{{"))
                .map(prompt ->
                        warning(
                                file,
                                PromptsReader.KEY,
                                "variables are filled in the system prompt only; '"
                                        + prompt.title()
                                        + "' is asked as it stands"));
    }

    private static Stream<PersonaFault> braces(PersonaFile file) {
        List<String> lines = file.body().lines().toList();
        return IntStream.range(0, lines.size())
                .boxed()
                .flatMap(i ->
                        SINGLE_BRACES
                                .matcher(lines.get(i))
                                .results()
                                .map(found ->
                                        new PersonaFault(
                                                file.name(),
                                                file.bodyLine() + i,
                                                found.group()
                                                        + " stays as it is; a variable has two braces: {{"
                                                        + found.group(1)
                                                        + "}}")));
    }

    private static PersonaFault warning(PersonaFile file, String key, String message) {
        return new PersonaFault(file.name(), file.line(key), message);
    }
}
