package parley.testing.discord;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A channel, thread or direct conversation, with its messages. Guarded by the watch. */
final class Channel {
    final long id;
    final ChannelKind kind;

    /** Empty for direct messages. */
    final Optional<Guild> guild;

    /** Of a thread, or of a channel in a category. */
    final Optional<Channel> parent;

    final TreeMap<Long, Post> posts = new TreeMap<>();
    final Map<Long, Overwrite> overwrites = new LinkedHashMap<>();
    String name;
    long lastMessage;
    int slowmode;

    // Of direct messages
    Optional<Person> recipient = Optional.empty();

    // Of threads
    long owner;
    Instant archiveTimestamp = Instant.EPOCH;
    Instant created = Instant.EPOCH;
    int autoArchiveMinutes = 4_320;
    boolean archived;
    boolean locked;
    int sent;
    final Set<Long> members = new LinkedHashSet<>();

    Channel(
            long id,
            ChannelKind kind,
            Optional<Guild> guild,
            Optional<Channel> parent,
            String name) {
        this.id = id;
        this.kind = kind;
        this.guild = guild;
        this.parent = parent;
        this.name = name;
    }

    boolean isDirect() {
        return kind == ChannelKind.DM;
    }

    /** The channel whose overwrites count here. */
    Channel ruling() {
        return kind.isThread() ? parent.orElseThrow() : this;
    }
}
