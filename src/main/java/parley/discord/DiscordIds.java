package parley.discord;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.chat.ChannelId;
import parley.chat.MessageId;
import parley.chat.Platform;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.chat.WorkspaceId;

/**
 * Discord's snowflakes as ids of ours, and back. Pure.
 *
 * <p>A thread is named by the channel above it and its root: the message that began it, or the id
 * of a thread channel that began without one; Discord gives a thread made from a message that
 * message's id, so both are the same. A conversation that stays in the channel, because no thread
 * can be made there, is named by its first message likewise. All direct messages with one person
 * are one conversation, named by their channel twice. A message is named by the channel in which it
 * stands and its own id, because both are needed to reach it, and a thread's answers can stand in
 * the thread or in the channel above it.
 *
 * @see <a href="https://discord.com/developers/docs/reference#snowflakes">Snowflakes</a>
 */
final class DiscordIds {
    /** The workspace of direct messages; Discord's own name for it in addresses. */
    static final WorkspaceId DIRECT = new WorkspaceId(Platform.DISCORD, "@me");

    private static final long EPOCH_MILLIS = 1_420_070_400_000L;
    private static final int TIME_SHIFT = 22;
    private static final Pattern MESSAGE = Pattern.compile("\\d{1,20}-\\d{1,20}");
    private static final char SEPARATOR = '-';

    private DiscordIds() {}

    static WorkspaceId guild(long guild) {
        return new WorkspaceId(Platform.DISCORD, Long.toUnsignedString(guild));
    }

    /** The conversation that the message or thread channel {@code root} began in the channel. */
    static ThreadId thread(long guild, long channel, long root) {
        return new ThreadId(
                new ChannelId(guild(guild), Long.toUnsignedString(channel)),
                Long.toUnsignedString(root));
    }

    /** The conversation of a channel of direct messages. */
    static ThreadId direct(long channel) {
        String id = Long.toUnsignedString(channel);
        return new ThreadId(new ChannelId(DIRECT, id), id);
    }

    static boolean isDirect(ThreadId thread) {
        return isDirect(thread.channel());
    }

    static boolean isDirect(ChannelId channel) {
        return channel.workspace().equals(DIRECT);
    }

    static MessageId message(long channel, long message) {
        return new MessageId(
                Long.toUnsignedString(channel) + SEPARATOR + Long.toUnsignedString(message));
    }

    /** Whether it is one of Discord's, and none that stands for what was not written. */
    static boolean isMessage(MessageId message) {
        return MESSAGE.matcher(message.value()).matches();
    }

    /** The channel, or thread channel, in which the message stands. */
    static long channelOf(MessageId message) {
        return snowflake(message.value().substring(0, message.value().indexOf(SEPARATOR)));
    }

    /** The message's own snowflake. */
    static long idOf(MessageId message) {
        return snowflake(message.value().substring(message.value().indexOf(SEPARATOR) + 1));
    }

    static long channelOf(ThreadId thread) {
        return channelOf(thread.channel());
    }

    /** 0 for direct messages. */
    static long guildOf(ThreadId thread) {
        return isDirect(thread) ? 0 : snowflake(thread.channel().workspace().value());
    }

    static long rootOf(ThreadId thread) {
        return snowflake(thread.root());
    }

    static UserId user(long user) {
        return new UserId(Long.toUnsignedString(user));
    }

    static long channelOf(ChannelId channel) {
        return snowflake(channel.value());
    }

    /** The snowflake that somebody else may have written; empty for what is none. */
    static Optional<Long> number(String digits) {
        try {
            return Optional.of(Long.parseUnsignedLong(digits));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static long snowflake(String digits) {
        return Long.parseUnsignedLong(digits);
    }

    /** When Discord made the thing of that id, to the millisecond. */
    static Instant madeAt(long snowflake) {
        return Instant.ofEpochMilli((snowflake >>> TIME_SHIFT) + EPOCH_MILLIS);
    }

    /** The smallest id of things made at that moment or later. */
    static long firstAt(Instant moment) {
        return Math.max(0, moment.toEpochMilli() - EPOCH_MILLIS) << TIME_SHIFT;
    }
}
