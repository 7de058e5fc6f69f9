package parley.command;

import java.util.List;
import java.util.Optional;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.WorkspaceId;
import parley.rule.Fate;
import parley.rule.Fates;

/** Tells why the newest message here was answered, or was not. */
final class WhyCommand implements ChatCommand {
    private final Fates fates;
    private final AnswerBook answers;
    private final FateWords words;

    WhyCommand(Fates fates, AnswerBook answers, FateWords words) {
        this.fates = fates;
        this.answers = answers;
        this.words = words;
    }

    @Override
    public CommandInfo info() {
        return new CommandInfo(
                "why",
                "",
                "Tells why the newest message here was answered, waits, or was passed over.",
                false);
    }

    @Override
    public boolean takes(WorkspaceId workspace, List<String> arguments) {
        return arguments.isEmpty();
    }

    @Override
    public CommandReply run(Command command, List<String> arguments) {
        Optional<Fate> fate =
                command.thread().isPresent()
                        ? fates.of(command.thread().get())
                        : fates.of(command.channel());
        return CommandReply.told(
                fate.map(it -> words.of(it, command)).orElseGet(() -> before(command)));
    }

    /** The program has not seen anything here since it was started. */
    private String before(Command command) {
        Optional<AnswerFacts> newest =
                command.thread().isPresent()
                        ? answers.newest(command.thread().get())
                        : answers.newest(command.channel());
        return newest.map(words::ofBefore).orElse(FateWords.NOTHING);
    }
}
