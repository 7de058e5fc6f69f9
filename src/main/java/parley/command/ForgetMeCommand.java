package parley.command;

import java.util.List;
import parley.chat.Choice;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.WorkspaceId;

/** Tells what {@code forget me} takes away, and asks whether it shall. */
final class ForgetMeCommand implements ChatCommand {
    static final String NAME = "forget me";
    private static final int LONGEST_ACTION = 80;

    private static final String TERMS =
            """
            **This erases what I keep of you, everywhere on this platform, and cannot be taken back:**
            - every message of yours, with its files, and your questions that still wait
            - my answers to you
            - your name, and what you thought of answers

            **What stays:**
            - the messages themselves where you wrote them: delete those there
            - answers to other people, even where they go back to something you said
            - what an answer to you cost, and your bare id, so that nothing is taken twice
            - who administered what

            What you say to me from then on is kept as before.\
            """;

    @Override
    public CommandInfo info() {
        return new CommandInfo(
                NAME,
                "",
                "Erases what I keep of you: all that you said, after you confirm.",
                false);
    }

    @Override
    public CommandReply run(Command command, List<String> arguments) {
        String action = ForgetChoice.KIND + ":" + ForgetChoice.ME + command.author().id().value();
        return action.length() > LONGEST_ACTION
                ? CommandReply.told("I cannot offer that here: your id is too long.")
                : new CommandReply.Told(
                        TERMS,
                        List.of(new Choice("Erase all I said", action, Choice.Style.DANGER)));
    }

    @Override
    public boolean takes(WorkspaceId workspace, List<String> arguments) {
        return arguments.isEmpty();
    }
}
