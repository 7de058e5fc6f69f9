package parley.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import parley.audit.AuditEntry;
import parley.audit.AuditLog;
import parley.chat.WorkspaceId;

/** Entries that are forgotten with the object. */
public final class MemoryAuditLog implements AuditLog {
    private final List<AuditEntry> entries = new CopyOnWriteArrayList<>();

    @Override
    public void add(AuditEntry entry) {
        entries.add(entry);
    }

    @Override
    public List<AuditEntry> newest(WorkspaceId workspace, int most) {
        return entries.reversed().stream()
                .filter(entry -> entry.workspace().equals(workspace))
                .limit(most)
                .toList();
    }

    @Override
    public void each(Consumer<AuditEntry> reader) {
        entries.forEach(reader);
    }
}
