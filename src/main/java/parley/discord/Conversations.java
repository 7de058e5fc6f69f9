package parley.discord;

import java.util.Optional;
import parley.chat.EventId;
import parley.chat.Platform;
import parley.chat.ThreadId;
import parley.chat.Whereabouts;

/**
 * Tells to which conversation a message belongs. Threads and direct messages are one each; of a
 * channel, each question begins one, and a reply to an answer that stands there goes on in that
 * answer's. Pure but for what the store remembers.
 */
final class Conversations {
    private final Speakers speakers;
    private final Whereabouts whereabouts;

    Conversations(Speakers speakers, Whereabouts whereabouts) {
        this.speakers = speakers;
        this.whereabouts = whereabouts;
    }

    /** The conversation that was there before the message; empty where it begins one. */
    Optional<ThreadId> before(MessageJson message, ChannelFacts where) {
        return place(where)
                .or(() ->
                        message.repliedTo()
                                .filter(speakers::own)
                                .flatMap(answer -> ofAnswer(answer.id(), where.id())));
    }

    /** A question that was put by a command stands there as a message of the bot. */
    private Optional<ThreadId> ofAnswer(long answer, long channel) {
        return whereabouts
                .threadOf(Platform.DISCORD, DiscordIds.message(channel, answer))
                .or(() -> whereabouts.threadOf(Platform.DISCORD, event(answer)));
    }

    /** The one that the message would begin. */
    static ThreadId begun(long message, ChannelFacts where) {
        return DiscordIds.thread(where.guild(), where.id(), message);
    }

    /** The one that holds the message, if any does. */
    ThreadId holding(long message, ChannelFacts where) {
        return place(where)
                .or(() -> whereabouts.threadOf(Platform.DISCORD, event(message)))
                .orElseGet(() -> begun(message, where));
    }

    private static Optional<ThreadId> place(ChannelFacts where) {
        if (where.isDirect()) {
            return Optional.of(DiscordIds.direct(where.id()));
        }
        return where.isThread()
                ? Optional.of(DiscordIds.thread(where.guild(), where.parent(), where.id()))
                : Optional.empty();
    }

    /** The event of a message that was said. */
    static EventId event(long message) {
        return new EventId("message." + Long.toUnsignedString(message));
    }
}
