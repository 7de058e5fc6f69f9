package parley.command;

import java.util.List;
import java.util.Optional;
import parley.chat.Choice;
import parley.chat.Command;
import parley.chat.CommandReply;
import parley.chat.ThreadId;
import parley.chat.WorkspaceId;
import parley.privacy.Forgetting;

/** Tells what {@code forget thread} takes away, and asks whether it shall. */
final class ForgetThreadCommand implements ChatCommand {
    static final String NAME = "forget thread";

    private static final String TERMS =
            """
            **This erases all that I keep of this thread, and cannot be taken back:** every message, \
            file and answer in it, whoever wrote it.

            What stands in the thread itself stays there: delete that where it was written.\
            """;

    private final Forgetting forgetting;
    private final PrivacyRecords records;

    ForgetThreadCommand(Forgetting forgetting, PrivacyRecords records) {
        this.forgetting = forgetting;
        this.records = records;
    }

    /** Not marked as for admins, because in direct messages it is for everyone. */
    @Override
    public CommandInfo info() {
        return new CommandInfo(
                NAME,
                "",
                "Erases what I keep of this thread, after you confirm; for admins, and for you in"
                        + " direct messages.",
                false);
    }

    @Override
    public CommandReply run(Command command, List<String> arguments) {
        Optional<ThreadId> thread = command.thread();
        if (thread.isEmpty()) {
            return CommandReply.told(
                    "This was not typed in a thread. Type it in the thread that you mean.");
        }
        if (!command.admin() && !forgetting.isPrivate(thread.get(), command.author())) {
            records.refused(command.channel(), command.author(), NAME, "not an admin");
            return CommandReply.told(
                    "Only admins can make me forget a thread with others in it. Ask one of them, or"
                            + " use "
                            + Slash.in(command).typed(ForgetMeCommand.NAME)
                            + ", which erases what you said yourself.");
        }
        return new CommandReply.Told(
                TERMS,
                List.of(
                        new Choice(
                                "Erase this thread",
                                ForgetChoice.KIND + ":" + ForgetChoice.THREAD + thread.get().root(),
                                Choice.Style.DANGER)));
    }

    @Override
    public boolean takes(WorkspaceId workspace, List<String> arguments) {
        return arguments.isEmpty();
    }
}
