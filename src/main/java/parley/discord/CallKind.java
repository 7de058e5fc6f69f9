package parley.discord;

import java.util.List;
import java.util.Optional;

/**
 * What Discord counts apart for each channel.
 *
 * @see <a href="https://discord.com/developers/docs/topics/rate-limits">Rate limits</a>
 */
enum CallKind {
    POST("posts"),
    EDIT("edits"),
    /** Of messages that are older than an hour; Discord counts these a second time. */
    OLD_EDIT("edits of old messages"),
    DELETE("deletes"),
    THREAD("threads"),
    TYPING("typing"),
    /** Of pages of a history. */
    READ("reads");

    private final String label;

    CallKind(String label) {
        this.label = label;
    }

    /** The calls of this kind in one channel. */
    Bucket in(long channel) {
        return new Bucket(channel, this);
    }

    /** The calls of one kind in one channel, which share a budget. */
    record Bucket(long channel, CallKind kind) {
        /** What its scope is called. */
        String name() {
            return "discord " + Long.toUnsignedString(channel) + " " + kind.label;
        }
    }

    /**
     * As what a call counts; empty for what is not counted here.
     *
     * @param path such as {@code channels/1/messages/2}
     */
    static Optional<Bucket> bucket(String method, String path) {
        List<String> steps = List.of(path.split("/", -1));
        return steps.size() < 3 || !steps.getFirst().equals("channels")
                ? Optional.empty()
                : kind(method, steps.get(2), steps.size())
                        .map(kind -> kind.in(Long.parseUnsignedLong(steps.get(1))));
    }

    private static Optional<CallKind> kind(String method, String what, int steps) {
        return switch (method + " " + what + " " + steps) {
            case "POST messages 3" -> Optional.of(POST);
            case "PATCH messages 4" -> Optional.of(EDIT);
            case "DELETE messages 4" -> Optional.of(DELETE);
            case "POST messages 5" -> Optional.of(THREAD);
            case "POST typing 3" -> Optional.of(TYPING);
            case "GET messages 3" -> Optional.of(READ);
            default -> Optional.empty();
        };
    }
}
