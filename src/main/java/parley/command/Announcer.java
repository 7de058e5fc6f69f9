package parley.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.ChannelId;
import parley.chat.Choice;
import parley.chat.Notice;
import parley.chat.Noticeboard;
import parley.chat.Platform;
import parley.chat.SendResult;
import parley.chat.ThreadId;

/** Tells channels what changed. Best effort, and safe for use by many threads. */
public final class Announcer {
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    private final Function<Platform, Optional<Noticeboard>> boards;
    private final ChangeRules rules;

    /**
     * @param boards asked at each notice; empty for a platform that shows none
     */
    public Announcer(Function<Platform, Optional<Noticeboard>> boards, ChangeRules rules) {
        this.boards = boards;
        this.rules = rules;
    }

    /**
     * Says it there if the channel's rules want notices; what the platform refuses is logged.
     *
     * @return false when the same may be said there later
     */
    boolean tell(ChannelId channel, Optional<ThreadId> thread, String key, String text) {
        try {
            return !rules.notices(channel)
                    || isSettled(channel, post(new Notice(channel, thread, key, text, List.of())));
        } catch (RuntimeException e) {
            LOG.error("a notice could not be made in {}", channel, e);
            return false;
        }
    }

    private static boolean isSettled(ChannelId channel, SendResult result) {
        log(channel, result);
        return result instanceof SendResult.Sent || result instanceof SendResult.Rejected;
    }

    private static void log(ChannelId channel, SendResult result) {
        if (!(result instanceof SendResult.Sent)) {
            LOG.warn("a change could not be told in {}: {}", channel, result);
        }
    }

    /** Asks there for a decision, whatever the rules say of notices. */
    SendResult ask(
            ChannelId channel,
            Optional<ThreadId> thread,
            String key,
            String text,
            List<Choice> choices) {
        return post(new Notice(channel, thread, key, text, choices));
    }

    private SendResult post(Notice notice) {
        return boards.apply(notice.channel().workspace().platform())
                .map(board -> board.post(notice))
                .orElseGet(() -> new SendResult.Rejected("there is no place for notices"));
    }
}
