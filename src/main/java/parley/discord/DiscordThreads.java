package parley.discord;

import java.util.List;
import parley.chat.Earlier;
import parley.chat.MessageId;
import parley.chat.ThreadId;
import parley.chat.Ticker;

/**
 * What Discord's events leave out: the messages that stood in a thread before the bot was asked
 * there. Methods block for calls of the REST API and do not throw. Safe for use by many threads.
 */
final class DiscordThreads {
    private static final Earlier NOTHING = new Earlier.Told(List.of());

    private final DiscordCalls calls;
    private final DiscordEvents events;
    private final BotIdentity self;
    private final Ticker ticker;

    DiscordThreads(DiscordCalls calls, DiscordEvents events, BotIdentity self, Ticker ticker) {
        this.calls = calls;
        this.events = events;
        this.self = self;
        this.ticker = ticker;
    }

    /** Direct messages are taken as they come: what was there before is not read. */
    static boolean begins(ThreadId thread, MessageId message) {
        return DiscordIds.isDirect(thread) || DiscordIds.idOf(message) == DiscordIds.rootOf(thread);
    }

    /**
     * What was said in the thread before that message, programs' words included: threads under
     * alerts are about them. Of a conversation that is held in a channel the message that it is
     * about.
     *
     * @param most how many messages at most: the root and the newest others
     */
    Earlier earlier(ThreadId thread, MessageId before, int most) {
        long root = DiscordIds.rootOf(thread);
        if (most < 1 || begins(thread, before)) {
            return NOTHING;
        }
        ThreadPast past = new ThreadPast(calls, events, self.readsContent(), thread);
        return DiscordIds.channelOf(before) == root
                ? past.before(DiscordIds.idOf(before), most, ticker)
                : past.root();
    }
}
