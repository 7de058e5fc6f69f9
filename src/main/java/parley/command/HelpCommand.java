package parley.command;

import java.util.List;
import java.util.stream.Collectors;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.WorkspaceId;
import parley.prompt.Nearest;

/** Lists the commands, or those that begin with a word. */
final class HelpCommand implements ChatCommand {
    private final List<CommandInfo> infos;

    /**
     * @param infos of all commands, in their order; read when asked
     */
    HelpCommand(List<CommandInfo> infos) {
        this.infos = infos;
    }

    @Override
    public CommandInfo info() {
        return new CommandInfo("help", "[command]", "Lists what can be typed here.", false);
    }

    @Override
    public CommandReply run(Command command, List<String> arguments) {
        return CommandReply.told(text(command, arguments));
    }

    private String text(Command command, List<String> arguments) {
        String topic =
                arguments.isEmpty() ? "" : CommandLine.parse(arguments.getFirst()).toString();
        Slash slash = Slash.in(command);
        List<CommandInfo> shown =
                infos.stream()
                        .filter(slash::offers)
                        .filter(info -> topic.isEmpty() || first(info).equals(topic))
                        .toList();
        if (shown.isEmpty()) {
            return unknown(topic, slash);
        }
        String lines =
                shown.stream().map(info -> line(info, slash)).collect(Collectors.joining("\n"));
        return topic.isEmpty() ? HowTo.before(command, lines) : lines;
    }

    @Override
    public boolean takes(WorkspaceId workspace, List<String> arguments) {
        return arguments.isEmpty()
                || (arguments.size() == 1 && topics().contains(arguments.getFirst()));
    }

    private String unknown(String topic, Slash slash) {
        return "There is no command "
                + slash.quoted(topic)
                + "."
                + Nearest.hint(topic, topics())
                + " "
                + slash.typed("help")
                + " lists them all.";
    }

    private List<String> topics() {
        return infos.stream().map(HelpCommand::first).distinct().toList();
    }

    private static String first(CommandInfo info) {
        return CommandLine.parse(info.name()).words().getFirst();
    }

    private static String line(CommandInfo info, Slash slash) {
        return "- "
                + slash.usage(info)
                + " – "
                + info.description()
                + (info.admin() ? " *(admins)*" : "");
    }
}
