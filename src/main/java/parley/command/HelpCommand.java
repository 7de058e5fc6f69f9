package parley.command;

import java.util.List;
import java.util.stream.Collectors;
import parley.chat.Command;
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
    public String run(Command command, List<String> arguments) {
        String topic =
                arguments.isEmpty() ? "" : CommandLine.parse(arguments.getFirst()).toString();
        List<CommandInfo> shown =
                infos.stream()
                        .filter(info -> topic.isEmpty() || first(info).equals(topic))
                        .toList();
        if (shown.isEmpty()) {
            List<String> topics = infos.stream().map(HelpCommand::first).distinct().toList();
            return "There is no command "
                    + Markdown.code("/" + topic)
                    + "."
                    + Nearest.hint(topic, topics)
                    + " `/help` lists them all.";
        }
        String lines = shown.stream().map(HelpCommand::line).collect(Collectors.joining("\n"));
        return topic.isEmpty()
                ? "**Ask** by mentioning me in a channel, or by writing to me directly. I answer in"
                        + " the thread and know what was said in it.\n\n"
                        + lines
                : lines;
    }

    private static String first(CommandInfo info) {
        return CommandLine.parse(info.name()).words().getFirst();
    }

    private static String line(CommandInfo info) {
        return "- `"
                + info.usage()
                + "` – "
                + info.description()
                + (info.admin() ? " *(admins)*" : "");
    }
}
