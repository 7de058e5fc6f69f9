package parley.audit;

import java.time.Instant;
import java.util.Optional;
import parley.chat.Author;
import parley.chat.ChannelId;
import parley.chat.WorkspaceId;

/**
 * One administrative act, or the refusal of one; immutable. It never holds what people said, nor
 * the text of a persona: such a text is named by its hash.
 *
 * @param channel where it was done; empty for what the program did by itself
 * @param actor who did it
 * @param action the command's name, such as {@code persona set}
 * @param target what it was done to, such as a persona, a channel or a rule; empty for nothing
 * @param detail what changed, in one line; empty for nothing
 */
public record AuditEntry(
        Instant at,
        WorkspaceId workspace,
        Optional<ChannelId> channel,
        Author actor,
        String action,
        String target,
        Result result,
        String detail) {

    /** What came of it. */
    public enum Result {
        DONE,
        /** A second admin has to approve. */
        REQUESTED,
        APPROVED,
        /** A second admin said no. */
        DECLINED,
        /** The person may not, or it could not be done as asked. */
        REFUSED
    }
}
