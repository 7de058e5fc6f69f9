package parley.command;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.audit.AuditEntry;
import parley.audit.AuditLog;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.WorkspaceId;

/** Lists the newest administrative acts of the workspace. */
final class AuditCommand implements ChatCommand {
    private static final int STANDARD = 20;
    private static final int MOST = 100;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final AuditLog audit;

    AuditCommand(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public CommandInfo info() {
        return new CommandInfo(
                "audit",
                "[count]",
                "Lists who administered what here, newest first; 20 lines, or as many as you say.",
                true);
    }

    @Override
    public CommandReply run(Command command, List<String> arguments) {
        OptionalInt count = count(arguments);
        return CommandReply.told(
                count.isEmpty()
                        ? "How many lines? Write a number from 1 to " + MOST + "."
                        : list(command.channel().workspace(), count.getAsInt()));
    }

    private static OptionalInt count(List<String> arguments) {
        if (arguments.isEmpty()) {
            return OptionalInt.of(STANDARD);
        }
        String number = arguments.getFirst();
        boolean fits = arguments.size() == 1 && number.matches("[1-9][0-9]?|" + MOST);
        return fits ? OptionalInt.of(Integer.parseInt(number)) : OptionalInt.empty();
    }

    private String list(WorkspaceId workspace, int count) {
        List<AuditEntry> entries = audit.newest(workspace, count);
        return entries.isEmpty()
                ? "Nothing was administered here yet."
                : entries.stream()
                        .map(AuditCommand::line)
                        .collect(Collectors.joining("\n", "Times are UTC.\n", ""));
    }

    private static String line(AuditEntry entry) {
        String what =
                Stream.of(entry.action(), entry.target())
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(" "));
        String detail = entry.detail().isEmpty() ? "" : " · " + Markdown.code(entry.detail());
        return "- "
                + TIME.format(entry.at())
                + " · "
                + Markdown.code(entry.actor().name())
                + " · "
                + Markdown.code(what)
                + " · "
                + entry.result().name().toLowerCase(Locale.ROOT)
                + detail;
    }

    @Override
    public boolean takes(WorkspaceId workspace, List<String> arguments) {
        return count(arguments).isPresent();
    }
}
