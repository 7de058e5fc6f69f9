package parley.command;

import java.util.List;
import java.util.Optional;
import parley.chat.Command;
import parley.chat.WorkspaceId;
import parley.prompt.Nearest;
import parley.prompt.Persona;
import parley.prompt.PersonaId;
import parley.prompt.Personas;

/** Finds the persona that a person typed, and says what to do when there is none. */
final class PersonaWords {
    private PersonaWords() {}

    static Optional<Persona> find(Personas personas, WorkspaceId workspace, String name) {
        return id(name).flatMap(id -> personas.find(workspace, id));
    }

    /** The name as an id, where it can be one. */
    static Optional<PersonaId> id(String name) {
        try {
            return Optional.of(new PersonaId(name));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Asks for the name that was left out. */
    static String which(CommandInfo info, Command command) {
        Slash slash = Slash.in(command);
        return "Which persona? Write "
                + slash.usage(info)
                + "; "
                + slash.typed("persona list")
                + " shows all.";
    }

    /** A version's number as people type it: {@code 3}, {@code v3}, {@code #3}. */
    static Optional<Integer> number(String word) {
        return word.matches("[v#]?\\d{1,9}")
                ? Optional.of(Integer.parseInt(word.replaceAll("\\D", "")))
                : Optional.empty();
    }

    static String unknownVersion(String word, PersonaId persona, Command command) {
        return "There is no version "
                + Markdown.code(word)
                + " of **"
                + persona
                + "**. "
                + Slash.in(command).typed("persona history " + persona)
                + " shows all.";
    }

    static String unknown(Personas personas, String name, Command command) {
        WorkspaceId workspace = command.channel().workspace();
        Slash slash = Slash.in(command);
        List<String> names =
                personas.all(workspace).stream().map(persona -> persona.id().value()).toList();
        return "There is no persona "
                + Markdown.code(name)
                + "."
                + Nearest.hint(name, names)
                + " "
                + slash.typed("persona list")
                + " shows all.";
    }
}
