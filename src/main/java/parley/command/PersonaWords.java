package parley.command;

import java.util.List;
import java.util.Optional;
import parley.chat.Command;
import parley.chat.WorkspaceId;
import parley.prompt.Nearest;
import parley.prompt.Persona;
import parley.prompt.Personas;

/** Finds the persona that a person typed, and says what to do when there is none. */
final class PersonaWords {
    private PersonaWords() {}

    static Optional<Persona> find(Personas personas, WorkspaceId workspace, String name) {
        return personas.all(workspace).stream()
                .filter(persona -> persona.id().value().equals(name))
                .findFirst();
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
