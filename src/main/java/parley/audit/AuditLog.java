package parley.audit;

import java.util.List;
import java.util.function.Consumer;
import parley.chat.WorkspaceId;

/**
 * All entries, which nothing ever changes or takes away. Safe for use by many threads; failures of
 * the store come as unchecked exceptions.
 */
public interface AuditLog {
    /** Durable on return. */
    void add(AuditEntry entry);

    /** The newest of that workspace, newest first. */
    List<AuditEntry> newest(WorkspaceId workspace, int most);

    /** Every entry of every workspace, oldest first. */
    void each(Consumer<AuditEntry> reader);
}
