package parley.testing.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The interactions so far. Guarded by the watch. */
final class InteractionBook {
    private final List<Interaction> all = new ArrayList<>();

    void add(Interaction interaction) {
        all.add(interaction);
    }

    List<Interaction> all() {
        return List.copyOf(all);
    }

    Optional<Interaction> find(String token) {
        return all.stream().filter(one -> one.token.equals(token)).findFirst();
    }

    /** What that person alone sees, in that channel or any. */
    Stream<Post> whispersTo(long user) {
        return all.stream()
                .filter(one -> one.who.id() == user)
                .flatMap(Interaction::posts)
                .filter(post -> post.has(Post.EPHEMERAL));
    }
}
