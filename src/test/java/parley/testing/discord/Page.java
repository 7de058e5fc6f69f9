package parley.testing.discord;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A page of a channel's history, newest first. Pure. */
final class Page {
    private Page() {}

    static List<Post> of(TreeMap<Long, Post> posts, RestRequest request, int limit) {
        Optional<Long> around = request.idInQuery("around");
        Optional<Long> after = request.idInQuery("after");
        long before = request.idInQuery("before").orElse(Long.MAX_VALUE);
        if (around.isPresent()) {
            List<Post> later = first(posts.tailMap(around.get(), true).values(), limit - limit / 2);
            List<Post> page =
                    first(posts.headMap(around.get(), false).descendingMap().values(), limit / 2);
            return joined(later.reversed(), page);
        }
        if (after.isPresent()) {
            return first(posts.tailMap(after.get(), false).values(), limit).reversed();
        }
        return first(posts.headMap(before, false).descendingMap().values(), limit);
    }

    private static List<Post> joined(List<Post> newer, List<Post> older) {
        List<Post> all = new ArrayList<>(newer);
        all.addAll(older);
        return all;
    }

    private static List<Post> first(Collection<Post> posts, int limit) {
        return posts.stream().limit(limit).toList();
    }
}
