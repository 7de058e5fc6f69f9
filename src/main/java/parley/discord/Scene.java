package parley.discord;

import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.attribute.IThreadContainer;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.interactions.Interaction;
import parley.chat.ChannelId;
import parley.chat.ThreadId;

/**
 * Where somebody did something, as the interaction itself tells; immutable.
 *
 * @param guild 0 for direct messages
 * @param channel the channel, or the one above the thread
 * @param at the channel or thread itself
 */
record Scene(long guild, long channel, long at) {

    static Scene of(Interaction interaction) {
        Guild guild = interaction.getGuild();
        long at = interaction.getChannelIdLong();
        return new Scene(
                guild == null ? 0 : guild.getIdLong(),
                interaction.getChannel() instanceof ThreadChannel thread
                        ? thread.getParentChannel().getIdLong()
                        : at,
                at);
    }

    boolean isDirect() {
        return guild == 0;
    }

    /** The conversation that all of the place belongs to; empty for a channel of a server. */
    Optional<ThreadId> thread() {
        if (isDirect()) {
            return Optional.of(DiscordIds.direct(at));
        }
        return at == channel
                ? Optional.empty()
                : Optional.of(DiscordIds.thread(guild, channel, at));
    }

    /** The conversation that a message there belongs to, if it began one or stands in one. */
    ThreadId threadOf(long message) {
        return thread().orElseGet(() -> DiscordIds.thread(guild, channel, message));
    }

    ChannelId channelId() {
        return threadOf(at).channel();
    }

    /** Why the bot cannot answer there, as a sentence for whoever asks. */
    static Optional<String> obstacle(Interaction interaction) {
        if (!(interaction.getChannel() instanceof GuildMessageChannel channel)) {
            return Optional.empty();
        }
        return canAnswer(channel)
                ? Optional.empty()
                : Optional.of(
                        "I cannot write here. Somebody who manages this server must let me see this"
                                + " channel and send messages in it and in its threads.");
    }

    /** In the channel itself, or in a thread that it makes there. */
    private static boolean canAnswer(GuildMessageChannel channel) {
        Member self = channel.getGuild().getSelfMember();
        return channel.canTalk()
                || (channel instanceof IThreadContainer
                        && self.hasPermission(
                                channel,
                                Permission.VIEW_CHANNEL,
                                Permission.CREATE_PUBLIC_THREADS,
                                Permission.MESSAGE_SEND_IN_THREADS));
    }
}
