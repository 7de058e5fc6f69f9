package parley.command;

import java.util.Map;
import java.util.Optional;
import parley.chat.ThreadId;

/**
 * One change of what the bot is or may do, as an admin asked for it; immutable. Every change goes
 * through {@link ChangeDesk}, which makes it at once or, where a second admin has to approve, keeps
 * its {@link #data} and makes it later.
 */
public interface Change {
    /** Names the {@link ChangeKind} that reads it back, and is the audit log's action. */
    String kind();

    /** All that there is to it besides its origin, as {@link ChangeKind#read} takes it. */
    Map<String, String> data();

    /** What it is done to, for the audit log: a persona, a channel, a rule. */
    String target();

    /** What it changes, for the audit log: one line, without the text of a persona. */
    String detail();

    /** What it is, as goes behind "Ada wants to": {@code set **engineer** for this channel}. */
    String wish();

    /**
     * What whoever approves has to see besides, as Markdown of its own lines; empty for nothing.
     */
    default String particulars() {
        return "";
    }

    /** The thread in which it is told; empty for the channel's top. */
    default Optional<ThreadId> thread() {
        return Optional.empty();
    }

    /**
     * Makes it. May be called again after a crash, and then changes nothing more and comes to the
     * same.
     *
     * @throws RuntimeException when the store failed
     */
    Applied apply(Mandate mandate);
}
