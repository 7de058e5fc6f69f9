package parley.adapter;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import parley.chat.Ticker;

/**
 * What a slow source answered, each answer for as long as the source says. Whoever asks while the
 * same question is under way waits for that answer. Safe for use by many threads.
 */
public final class Memo<K, V> {
    /** An answer and how long it holds. */
    public record Kept<V>(V value, Duration age) {}

    private final AsyncCache<K, Kept<V>> answers;
    private final Function<K, Kept<V>> source;

    /**
     * @param most answers are kept at a time
     * @param source blocks for as long as it needs
     */
    public Memo(int most, Ticker ticker, Function<K, Kept<V>> source) {
        this.answers =
                Caffeine.newBuilder()
                        .maximumSize(most)
                        .ticker(ticker::nanos)
                        .executor(Runnable::run)
                        .expireAfter(Expiry.<K, Kept<V>>writing((_, kept) -> kept.age()))
                        .buildAsync();
        this.source = source;
    }

    /** The answer, asked for when there is none that still holds. */
    public V get(K key) {
        CompletableFuture<Kept<V>> mine = new CompletableFuture<>();
        CompletableFuture<Kept<V>> known = answers.asMap().putIfAbsent(key, mine);
        return (known == null ? ask(key, mine) : known).join().value();
    }

    private CompletableFuture<Kept<V>> ask(K key, CompletableFuture<Kept<V>> answer) {
        try {
            answer.complete(source.apply(key));
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
        return answer;
    }

    /** The answer if it is there already; never waits. */
    public Optional<V> peek(K key) {
        return Optional.ofNullable(answers.synchronous().asMap().get(key)).map(Kept::value);
    }
}
