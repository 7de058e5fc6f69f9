package parley.command;

import java.util.List;
import java.util.Optional;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.WorkspaceId;
import parley.prompt.PersonaVersion;

/** Shows what is different between two versions of a persona. */
final class PersonaDiffCommand implements ChatCommand {
    private static final CommandInfo INFO =
            new CommandInfo(
                    "persona diff",
                    "<name> [version] [version]",
                    "Shows what changed: between the two newest versions, from one to the one in"
                            + " use, or between two.",
                    false);

    private final PersonaTools tools;

    PersonaDiffCommand(PersonaTools tools) {
        this.tools = tools;
    }

    @Override
    public CommandInfo info() {
        return INFO;
    }

    @Override
    public CommandReply run(Command command, List<String> arguments) {
        return CommandReply.told(text(command, arguments));
    }

    private String text(Command command, List<String> arguments) {
        if (arguments.isEmpty()) {
            return PersonaWords.which(INFO, command);
        }
        String name = arguments.getFirst();
        return tools.known(command.channel().workspace(), name)
                .map(known -> diff(known, arguments.subList(1, arguments.size()), command))
                .orElseGet(() -> PersonaWords.unknown(tools.personas(), name, command));
    }

    @Override
    public boolean takes(WorkspaceId workspace, List<String> arguments) {
        return arguments.size() <= 1
                || arguments.stream()
                        .skip(1)
                        .allMatch(word -> PersonaWords.number(word).isPresent());
    }

    private static String diff(PersonaTools.Known known, List<String> words, Command command) {
        if (words.size() > 2) {
            return "Name two versions at the most: " + Slash.in(command).usage(INFO) + ".";
        }
        for (String word : words) {
            if (version(known, word).isEmpty()) {
                return PersonaWords.unknownVersion(word, known.id(), command);
            }
        }
        return switch (words.size()) {
            case 0 -> newest(known);
            case 1 ->
                    known.inUse()
                            .map(now -> between(version(known, words.getFirst()), now))
                            .orElse("**" + known.id() + "** is not in use; name two versions.");
            default ->
                    between(
                            version(known, words.getFirst()),
                            version(known, words.getLast()).orElseThrow());
        };
    }

    private static Optional<PersonaVersion> version(PersonaTools.Known known, String word) {
        return PersonaWords.number(word).flatMap(known::version);
    }

    private static String newest(PersonaTools.Known known) {
        List<PersonaVersion> all = known.history();
        return all.size() < 2
                ? "**" + known.id() + "** has one version only."
                : between(Optional.of(all.get(all.size() - 2)), all.getLast());
    }

    private static String between(Optional<PersonaVersion> from, PersonaVersion to) {
        return Diffs.between(from.orElseThrow(), to)
                .orElseGet(() ->
                        "Versions "
                                + from.orElseThrow().number()
                                + " and "
                                + to.number()
                                + " of **"
                                + to.persona()
                                + "** have the same text.");
    }
}
