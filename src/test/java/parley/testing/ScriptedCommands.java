package parley.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import parley.chat.Chosen;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.Commands;
import parley.chat.FormReply;
import parley.chat.Submission;
import parley.chat.WorkspaceId;

/** Remembers what it was given and answers as it was told to. Safe for use by many threads. */
public final class ScriptedCommands implements Commands {
    private final List<Command> typed = new CopyOnWriteArrayList<>();
    private final List<Chosen> chosen = new CopyOnWriteArrayList<>();
    private final List<Submission> submitted = new CopyOnWriteArrayList<>();
    private final Function<Command, CommandReply> reply;
    private final Predicate<String> understood;
    private volatile Function<Chosen, CommandReply> choice =
            it -> CommandReply.told("You chose `" + it.action() + "`.");
    private volatile Function<Submission, FormReply> taken =
            it -> new FormReply.Done("You filled in `" + it.form() + "`.");

    public ScriptedCommands(Function<Command, CommandReply> reply, Predicate<String> understood) {
        this.reply = reply;
        this.understood = understood;
    }

    /** Repeats the command; {@code help} is one also without its slash. */
    public ScriptedCommands() {
        this(
                command ->
                        CommandReply.told(
                                "You typed `"
                                        + command.text()
                                        + "` in **"
                                        + command.channel().value()
                                        + "**."),
                "help"::equals);
    }

    /** Answers every command so, and understands none without its slash. */
    public static ScriptedCommands saying(Function<Command, String> words) {
        return new ScriptedCommands(command -> CommandReply.told(words.apply(command)), _ -> false);
    }

    public ScriptedCommands choosing(Function<Chosen, CommandReply> how) {
        choice = how;
        return this;
    }

    public ScriptedCommands taking(Function<Submission, FormReply> how) {
        taken = how;
        return this;
    }

    public List<Command> typed() {
        return typed;
    }

    public List<Chosen> chosen() {
        return chosen;
    }

    public List<Submission> submitted() {
        return submitted;
    }

    @Override
    public CommandReply run(Command command) {
        typed.add(command);
        return reply.apply(command);
    }

    @Override
    public boolean understands(WorkspaceId workspace, String words) {
        return understood.test(words);
    }

    @Override
    public CommandReply choose(Chosen press) {
        chosen.add(press);
        return choice.apply(press);
    }

    @Override
    public FormReply submit(Submission submission) {
        submitted.add(submission);
        return taken.apply(submission);
    }
}
