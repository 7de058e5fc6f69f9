package parley.testing.discord;

import java.util.Collection;
import java.util.List;

/**
 * What somebody may do, with the bit that says so.
 *
 * @see <a href="https://discord.com/developers/docs/topics/permissions">Permissions</a>
 */
public enum Permission {
    KICK_MEMBERS(1),
    ADMINISTRATOR(3),
    MANAGE_CHANNELS(4),
    MANAGE_GUILD(5),
    ADD_REACTIONS(6),
    VIEW_CHANNEL(10),
    SEND_MESSAGES(11),
    MANAGE_MESSAGES(13),
    EMBED_LINKS(14),
    ATTACH_FILES(15),
    READ_MESSAGE_HISTORY(16),
    MENTION_EVERYONE(17),
    CONNECT(20),
    MANAGE_ROLES(28),
    USE_APPLICATION_COMMANDS(31),
    MANAGE_THREADS(34),
    CREATE_PUBLIC_THREADS(35),
    CREATE_PRIVATE_THREADS(36),
    SEND_MESSAGES_IN_THREADS(38),
    BYPASS_SLOWMODE(52);

    /** What everybody may do in a new guild. */
    static final List<Permission> USUAL =
            List.of(
                    ADD_REACTIONS,
                    VIEW_CHANNEL,
                    SEND_MESSAGES,
                    EMBED_LINKS,
                    ATTACH_FILES,
                    READ_MESSAGE_HISTORY,
                    MENTION_EVERYONE,
                    USE_APPLICATION_COMMANDS,
                    CREATE_PUBLIC_THREADS,
                    CREATE_PRIVATE_THREADS,
                    SEND_MESSAGES_IN_THREADS);

    static final long ALL = (1L << 53) - 1;

    private final int offset;

    Permission(int offset) {
        this.offset = offset;
    }

    long bit() {
        return 1L << offset;
    }

    boolean in(long bits) {
        return (bits & bit()) != 0;
    }

    static long bits(Collection<Permission> all) {
        return all.stream().mapToLong(Permission::bit).reduce(0, (a, b) -> a | b);
    }
}
