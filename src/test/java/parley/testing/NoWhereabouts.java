package parley.testing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.chat.ChannelId;
import parley.chat.EventId;
import parley.chat.MessageId;
import parley.chat.Platform;
import parley.chat.ThreadId;
import parley.chat.Whereabouts;
import parley.chat.WorkspaceId;

/** Knows of no answers, nor of anything said, unless a method is overridden. */
public class NoWhereabouts implements Whereabouts {
    @Override
    public Instant knownSince() {
        return Instant.EPOCH;
    }

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
    public List<ThreadId> recent(WorkspaceId workspace, int most) {
        return List.of();
    }

    @Override
    public Used lastUsed(WorkspaceId workspace, int most) {
        return new Used(List.of(), 0);
    }

    @Override
    public List<ThreadId> alive(ChannelId channel, Instant since, int most) {
        return List.of();
    }

    @Override
    public List<Known> said(ChannelId channel, Instant from, Instant before) {
        return List.of();
    }
}
