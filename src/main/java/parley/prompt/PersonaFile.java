package parley.prompt;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * A persona with the places in its file that warnings point to; immutable.
 *
 * @param text the whole file, with line feeds only
 * @param lines the line of each key of the header
 * @param body the text below the header, as it stands
 * @param bodyLine the line on which it begins
 */
record PersonaFile(
        Persona persona, String text, Map<String, Integer> lines, String body, int bodyLine) {
    PersonaFile {
        lines = Map.copyOf(lines);
    }

    static PersonaFile of(Persona persona, String whole, YamlMapping header, PersonaText text) {
        Map<String, Integer> lines =
                header.entries().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, entry -> entry.getValue().line()));
        return new PersonaFile(persona, whole, lines, text.body(), text.bodyLine());
    }

    String name() {
        return persona.id() + ".md";
    }

    int line(String key) {
        return lines.getOrDefault(key, 1);
    }
}
