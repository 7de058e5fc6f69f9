package parley.testing.discord;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A server, with its members and roles. Guarded by the watch. */
final class Guild {
    /** Without the feature INCREASED_THREAD_LIMIT. */
    private static final int MOST_THREADS = 1_000;

    final long id;
    final long owner;
    final Instant joined;
    final Role everyone;
    final Map<Long, Role> roles = new LinkedHashMap<>();
    final Map<Long, Member> members = new LinkedHashMap<>();
    final Map<Long, Channel> channels = new LinkedHashMap<>();
    int mostThreads = MOST_THREADS;
    boolean available = true;
    private String name;

    Guild(long id, String name, long owner, Instant joined) {
        this.id = id;
        this.name = name;
        this.owner = owner;
        this.joined = joined;
        this.everyone = new Role(id, "@everyone", 0, Permission.bits(Permission.USUAL));
        roles.put(id, everyone);
    }

    String name() {
        return name;
    }

    void rename(String to) {
        name = to;
    }

    /** Empty for who is not in it. */
    Optional<Member> member(long user) {
        return Optional.ofNullable(members.get(user));
    }

    /** How many threads of its channels are not archived. */
    long activeThreads() {
        return channels.values().stream()
                .filter(one -> one.kind.isThread() && !one.archived)
                .count();
    }
}
