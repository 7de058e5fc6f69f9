package parley.discord;

import java.util.List;
import parley.chat.ChannelId;

/** The channels and threads in which people talk. Safe for use by many threads; returns at once. */
@FunctionalInterface
interface Rooms {
    /** Those of all servers whose history the bot may read now; of threads the active ones. */
    List<Room> open();

    /**
     * One of them.
     *
     * @param guild the server in which it is; 0 for direct messages
     * @param above the channel above it, where it is a thread; else itself
     * @param newest the newest message's id, which may be gone already; 0 where there was none
     */
    record Room(long channel, long guild, long above, long newest) {
        /** One that is no thread. */
        Room(long channel, long guild, long newest) {
            this(channel, guild, channel, newest);
        }

        /** The channel to which its conversations belong. */
        ChannelId place() {
            return guild == 0
                    ? DiscordIds.direct(channel).channel()
                    : DiscordIds.thread(guild, above, channel).channel();
        }
    }
}
