package parley.testing;

import java.util.List;
import java.util.Optional;
import parley.chat.EventId;
import parley.chat.MessageId;
import parley.chat.Platform;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.chat.Whereabouts;
import parley.chat.WorkspaceId;

/** Knows of no answers. */
public final class NoWhereabouts implements Whereabouts {
    @Override
    public Optional<ThreadId> threadOf(Platform platform, MessageId message) {
        return Optional.empty();
    }

    @Override
    public Optional<ThreadId> threadOf(Platform platform, EventId event) {
        return Optional.empty();
    }

    @Override
    public Optional<MessageId> newest(ThreadId thread) {
        return Optional.empty();
    }

    @Override
    public Optional<MessageId> question(Reference turn) {
        return Optional.empty();
    }

    @Override
    public List<ThreadId> recent(WorkspaceId workspace, int most) {
        return List.of();
    }
}
