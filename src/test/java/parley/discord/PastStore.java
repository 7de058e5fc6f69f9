package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import parley.chat.ChannelId;
import parley.chat.EventId;
import parley.chat.MessageId;
import parley.chat.Platform;
import parley.chat.ThreadId;
import parley.chat.WorkspaceId;
import parley.testing.NoWhereabouts;

/** A store that knows of direct messages and of what was said. */
final class PastStore extends NoWhereabouts {
    final List<ThreadId> directs = new CopyOnWriteArrayList<>();
    final List<Known> known = new CopyOnWriteArrayList<>();
    volatile boolean failsOnce;
    volatile Instant knownSince = Instant.EPOCH;

    /** A message of the rig's server. */
    void remember(long channel, long message) {
        known.add(
                new Known(
                        DiscordIds.thread(PastRig.GUILD, channel, message),
                        DiscordIds.message(channel, message),
                        DiscordIds.madeAt(message),
                        Optional.empty()));
    }

    @Override
    public Used lastUsed(WorkspaceId workspace, int most) {
        if (failsOnce) {
            failsOnce = false;
            throw new IllegalStateException("the store is away");
        }
        assertThat(workspace).isEqualTo(DiscordIds.DIRECT);
        List<ChannelId> last = directs.stream().limit(most).map(ThreadId::channel).toList();
        return new Used(last, directs.size() - last.size());
    }

    @Override
    public Optional<ThreadId> threadOf(Platform platform, EventId event) {
        return known.stream()
                .filter(it -> event.equals(eventOf(it.message())))
                .map(Known::thread)
                .findFirst();
    }

    private static EventId eventOf(MessageId message) {
        return Conversations.event(DiscordIds.idOf(message));
    }

    @Override
    public Instant knownSince() {
        return knownSince;
    }

    @Override
    public List<Known> said(ChannelId channel, Instant from, Instant before) {
        return known.stream()
                .filter(it -> it.thread().channel().equals(channel))
                .filter(it -> !it.at().isBefore(from) && it.at().isBefore(before))
                .toList();
    }
}
