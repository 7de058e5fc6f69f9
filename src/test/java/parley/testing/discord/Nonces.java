package parley.testing.discord;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which messages the bot wrote with which nonce. Discord knows them for "the past few minutes":
 * here three. Guarded by the watch.
 */
final class Nonces {
    private static final Duration MEMORY = Duration.ofMinutes(3);

    private final DiscordClock clock;
    private final Map<String, Post> posts = new HashMap<>();

    Nonces(DiscordClock clock) {
        this.clock = clock;
    }

    /** The message that was written with the nonce, where the form asks for that. */
    Optional<Post> find(MessageForm form) {
        Instant oldest = clock.now().minus(MEMORY);
        return key(form)
                .map(posts::get)
                .filter(post -> !post.created.isBefore(oldest))
                .filter(post -> post.channel.posts.containsKey(post.id));
    }

    void remember(MessageForm form, Post post) {
        form.nonce().ifPresent(nonce -> posts.put(nonce.asText(), post));
    }

    private static Optional<String> key(MessageForm form) {
        return form.nonce()
                .map(nonce -> nonce.asText())
                .filter(_ -> form.body().path("enforce_nonce").asBoolean());
    }
}
