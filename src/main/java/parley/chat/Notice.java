package parley.chat;

import java.util.List;
import java.util.Optional;

/**
 * Something of Parley's own that all in a channel may read, beside answers; immutable.
 *
 * @param thread to say it there; else at the channel's top
 * @param key the same when the same notice is posted again, at most 25 characters of ASCII
 * @param text short Markdown; nothing in it pings anybody
 * @param choices buttons below it, at most five
 */
public record Notice(
        ChannelId channel,
        Optional<ThreadId> thread,
        String key,
        String text,
        List<Choice> choices) {
    public Notice {
        choices = List.copyOf(choices);
    }
}
