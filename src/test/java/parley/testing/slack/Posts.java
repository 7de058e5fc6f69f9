package parley.testing.slack;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** All messages, by conversation and ts. Guarded by the watch. */
final class Posts {
    private final Map<String, NavigableMap<String, Post>> rooms = new HashMap<>();

    void add(Post post) {
        in(post.room.id).put(post.ts, post);
    }

    void remove(Post post) {
        in(post.room.id).remove(post.ts);
    }

    Optional<Post> find(String room, String ts) {
        return Optional.ofNullable(in(room).get(ts));
    }

    /** Oldest first. */
    Collection<Post> all(String room) {
        return in(room).values();
    }

    /** The root, where there still is one, and its replies; oldest first. */
    List<Post> thread(String room, String root) {
        return in(room).values().stream().filter(post -> post.root().equals(root)).toList();
    }

    List<Post> replies(Post root) {
        return thread(root.room.id, root.ts).stream().filter(Post::isReply).toList();
    }

    private NavigableMap<String, Post> in(String room) {
        return rooms.computeIfAbsent(room, _ -> new TreeMap<>());
    }
}
