package parley.command;

import java.util.Optional;
import parley.chat.Author;
import parley.chat.ChannelId;
import parley.chat.Chosen;
import parley.chat.Command;
import parley.chat.Submission;
import parley.chat.ThreadId;
import parley.chat.WorkspaceId;

/** Who asked for a change, and where. */
public record Origin(ChannelId channel, Optional<ThreadId> thread, Author author) {
    public static Origin of(Command command) {
        return new Origin(command.channel(), command.thread(), command.author());
    }

    public static Origin of(Submission submission) {
        return new Origin(submission.channel(), submission.thread(), submission.author());
    }

    static Origin of(Chosen chosen) {
        return new Origin(chosen.channel(), chosen.thread(), chosen.author());
    }

    public WorkspaceId workspace() {
        return channel.workspace();
    }
}
