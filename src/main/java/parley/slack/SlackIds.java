package parley.slack;

import com.slack.api.model.Message;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.chat.ChannelId;
import parley.chat.MessageId;
import parley.chat.ThreadId;
import parley.chat.WorkspaceId;

/** Slack's ids as Parley's. What is missing or no id gives nothing. Pure. */
final class SlackIds {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");

    private SlackIds() {}

    static boolean valid(@Nullable String id) {
        return id != null && ID.matcher(id).matches();
    }

    static Optional<MessageId> message(@Nullable String ts) {
        return Optional.ofNullable(ts).filter(SlackIds::valid).map(MessageId::new);
    }

    /** The thread of a message is named by its root's time; a message alone is its own root. */
    static Optional<ThreadId> thread(WorkspaceId workspace, String channel, Message message) {
        return Optional.ofNullable(message.getThreadTs())
                .or(() -> Optional.ofNullable(message.getTs()))
                .filter(root -> valid(root) && valid(channel))
                .map(root -> new ThreadId(new ChannelId(workspace, channel), root));
    }

    /** Whether a conversation is one person's with the bot. */
    static boolean direct(String channel) {
        return channel.startsWith("D");
    }
}
