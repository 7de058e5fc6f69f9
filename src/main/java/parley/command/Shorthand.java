package parley.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import parley.chat.WorkspaceId;
import parley.prompt.Personas;

/** {@code persona engineer} is short for {@code persona set engineer}. */
final class Shorthand {
    private static final String GROUP = "persona";

    private final Personas personas;
    private final CommandRegistry registry;

    Shorthand(Personas personas, CommandRegistry registry) {
        this.personas = personas;
        this.registry = registry;
    }

    /** The line in full where it names a persona; a command's own word is never a persona. */
    CommandLine expand(WorkspaceId workspace, CommandLine line) {
        if (line.words().size() < 2 || !line.words().getFirst().equals(GROUP)) {
            return line;
        }
        String word = line.words().get(1);
        Collection<String> own = registry.words(Optional.of(GROUP));
        return own.contains(word) || PersonaWords.find(personas, workspace, word).isEmpty()
                ? line
                : set(line.from(1));
    }

    private static CommandLine set(List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(GROUP, "set"));
        words.addAll(arguments);
        return new CommandLine(words);
    }
}
