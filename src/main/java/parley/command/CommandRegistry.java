package parley.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every command by its words, in the order in which help shows them; immutable. */
final class CommandRegistry {
    private final Map<CommandLine, ChatCommand> commands = new LinkedHashMap<>();
    private final List<CommandInfo> infos = new ArrayList<>();

    /** The commands, and a help that is made from them. */
    CommandRegistry(List<ChatCommand> commands) {
        List<ChatCommand> all = new ArrayList<>();
        all.add(new HelpCommand(infos));
        all.addAll(commands);
        for (ChatCommand command : all) {
            this.commands.put(CommandLine.parse(command.info().name()), command);
            infos.add(command.info());
        }
    }

    List<CommandInfo> infos() {
        return List.copyOf(infos);
    }

    /** The command with the most words that the line begins with. */
    Optional<Match> find(CommandLine line) {
        return commands.entrySet().stream()
                .filter(entry -> line.startsWith(entry.getKey()))
                .max(Comparator.comparingInt(entry -> entry.getKey().words().size()))
                .map(entry ->
                        new Match(entry.getValue(), line.from(entry.getKey().words().size())));
    }

    /** The first words of all commands, or the words that may follow this one. */
    Collection<String> words(Optional<String> after) {
        Stream<List<String>> names = commands.keySet().stream().map(CommandLine::words);
        return after.isEmpty()
                ? names.map(List::getFirst).distinct().toList()
                : names.filter(words -> words.size() > 1 && words.getFirst().equals(after.get()))
                        .map(words -> words.get(1))
                        .toList();
    }

    /** A command and the words after its name. */
    record Match(ChatCommand command, List<String> arguments) {}
}
