package parley.discord;

import java.util.List;

/** The channels and threads in which people talk. Safe for use by many threads; returns at once. */
@FunctionalInterface
interface Rooms {
    /** Those of all servers whose history the bot may read now; of threads the active ones. */
    List<Room> open();

    /**
     * One of them.
     *
     * @param guild the server in which it is; 0 for direct messages
     * @param newest the newest message's id, which may be gone already; 0 where there was none
     */
    record Room(long channel, long guild, long newest) {}
}
