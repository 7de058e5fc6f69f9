package parley.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parley.audit.AuditEntry.Result;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.ThreadId;
import parley.chat.WorkspaceId;
import parley.prompt.Persona;

/** Asks a persona one question, whose answer only the asker sees. */
final class PersonaTryCommand implements ChatCommand {
    private static final CommandInfo INFO =
            new CommandInfo(
                    "persona try",
                    "<name> <question>",
                    "Asks a persona one question; only you see the answer, and nothing is kept.",
                    true);

    /** Of the command, and the persona's name: what stands before the question. */
    private static final int WORDS_BEFORE = 3;

    private final PersonaTools tools;
    private final TryOut tryOut;
    private final AuditTrail audit;

    PersonaTryCommand(PersonaTools tools, TryOut tryOut, AuditTrail audit) {
        this.tools = tools;
        this.tryOut = tryOut;
        this.audit = audit;
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
        Optional<Persona> persona = tools.find(command.channel().workspace(), name);
        if (persona.isEmpty()) {
            return PersonaWords.unknown(tools.personas(), name, command);
        }
        String question = CommandLine.rest(command.text(), WORDS_BEFORE);
        if (question.isEmpty()) {
            return "What shall I ask it? Write " + Slash.in(command).usage(INFO) + ".";
        }
        return CommandLine.readsWhole(command.text())
                ? ask(command, persona.get(), question)
                : "This is too long to try: a command has %,d characters at the most."
                        .formatted(CommandLine.LONGEST);
    }

    /** A question to "try" is a command only if it names a persona. */
    @Override
    public boolean takes(WorkspaceId workspace, List<String> arguments) {
        return arguments.isEmpty() || tools.find(workspace, arguments.getFirst()).isPresent();
    }

    private String ask(Command command, Persona persona, String question) {
        audit.add(
                Origin.of(command),
                INFO.name(),
                persona.id().value(),
                Result.DONE,
                "version " + persona.version());
        ThreadId place = command.thread().orElseGet(() -> new ThreadId(command.channel(), "try"));
        return switch (tryOut.ask(persona, place, command.author(), question)) {
            case TryOut.Tried.Failed(String sentence) -> sentence;
            case TryOut.Tried.Answered answered ->
                    answered.text().strip()
                            + (answered.note().isEmpty() ? "" : "\n\n" + answered.note())
                            + "\n\n*"
                            + line(persona, answered)
                            + "*";
        };
    }

    private static String line(Persona persona, TryOut.Tried.Answered answered) {
        return String.format(
                Locale.ROOT,
                "%s version %d · %s · %,d tokens in, %,d out%s · only you see this",
                persona.id(),
                persona.version(),
                answered.model(),
                answered.tokensIn(),
                answered.tokensOut(),
                answered.cost().isEmpty() ? "" : " · " + answered.cost());
    }
}
