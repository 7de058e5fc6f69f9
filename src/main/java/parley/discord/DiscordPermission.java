package parley.discord;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the bot should be allowed in a channel, and what for; the invite link asks for all of it.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/topics/permissions#permissions-bitwise-permission-flags">Permission
 *     flags</a>
 */
enum DiscordPermission {
    VIEW_CHANNEL(10, true, "hearing its questions"),
    SEND_MESSAGES(11, true, "answering where no thread can be made"),
    ATTACH_FILES(15, false, "giving code and very long answers as files"),
    READ_MESSAGE_HISTORY(16, true, "earlier messages, missed ones, and replies"),
    CREATE_PUBLIC_THREADS(35, false, "a thread per question; answers stay in the channel without"),
    SEND_MESSAGES_IN_THREADS(38, true, "answering in threads and forum posts");

    private final int bit;
    private final boolean required;
    private final String purpose;

    DiscordPermission(int bit, boolean required, String purpose) {
        this.bit = bit;
        this.required = required;
        this.purpose = purpose;
    }

    long mask() {
        return 1L << bit;
    }

    /** Whether questions stay without an answer where it is missing; else the answer is poorer. */
    boolean required() {
        return required;
    }

    /** Whether it matters in a forum: the bot neither writes there nor opens posts. */
    boolean countsInForums() {
        return this != SEND_MESSAGES && this != CREATE_PUBLIC_THREADS;
    }

    String purpose() {
        return purpose;
    }

    /** As Discord's settings show it, such as {@code Send Messages in Threads}. */
    @Override
    public String toString() {
        return Arrays.stream(name().split("_"))
                .map(word ->
                        word.equals("IN")
                                ? "in"
                                : word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    /** The number in the invite link. */
    static long invited() {
        return Stream.of(values()).mapToLong(DiscordPermission::mask).reduce(0, (a, b) -> a | b);
    }
}
