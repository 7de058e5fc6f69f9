package parley.adapter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import parley.chat.MessageId;
import parley.chat.ThreadId;
import parley.chat.Ticker;

/**
 * What became of each message that was to be made, lest one be made twice. Safe for use by many
 * threads.
 */
public final class PostBook {
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final int MOST = 20_000;

    /** How long after a start an answer may still come that an earlier process had begun. */
    private static final Duration YOUNG = Duration.ofMinutes(5);

    /** How long before it. */
    private static final Duration INHERITANCE = Duration.ofHours(1);

    private final InstantSource clock;
    private final Function<ThreadId, Optional<Instant>> begun;
    private final Instant born;
    private final Cache<Key, Standing> posts;
    private final Cache<Key, String> nonces;

    /** What is known of the message with one nonce. */
    public sealed interface Standing {
        /** It stands there. */
        record Placed(MessageId message) implements Standing {}

        /**
         * It may stand there.
         *
         * @param since no earlier than that
         * @param inherited whether nothing speaks for it but that an earlier process may have made
         *     it
         */
        record Doubted(Instant since, boolean inherited) implements Standing {}

        /** It does not. */
        record Absent() implements Standing {}
    }

    /** A nonce or a message of a thread. */
    private record Key(ThreadId thread, String name) {}

    /**
     * @param begun when a thread began, where that can be told
     */
    public PostBook(
            Ticker ticker, InstantSource clock, Function<ThreadId, Optional<Instant>> begun) {
        this.clock = clock;
        this.begun = begun;
        this.born = clock.instant();
        this.posts = cache(ticker);
        this.nonces = cache(ticker);
    }

    private static <V> Cache<Key, V> cache(Ticker ticker) {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(REMEMBERED)
                .ticker(ticker::nanos)
                .build();
    }

    public Instant now() {
        return clock.instant();
    }

    /** Where nobody knows whether an earlier process made it. */
    public Standing standing(ThreadId thread, String nonce) {
        return heardOf(thread, nonce).orElseGet(() -> unheardOf(thread));
    }

    /**
     * @param since when an earlier process may have made it at the earliest; empty if none has
     */
    public Standing standing(ThreadId thread, String nonce, Optional<Instant> since) {
        return heardOf(thread, nonce)
                .orElseGet(() ->
                        since.<Standing>map(it -> new Standing.Doubted(it, true))
                                .orElseGet(Standing.Absent::new));
    }

    private Optional<Standing> heardOf(ThreadId thread, String nonce) {
        return Optional.ofNullable(posts.getIfPresent(new Key(thread, nonce)));
    }

    /** A thread older than this process may hold what the one before could not write down. */
    private Standing unheardOf(ThreadId thread) {
        boolean young = clock.instant().isBefore(born.plus(YOUNG));
        boolean older = begun.apply(thread).filter(born::isAfter).isPresent();
        return young && older
                ? new Standing.Doubted(born.minus(INHERITANCE), true)
                : new Standing.Absent();
    }

    public void placed(ThreadId thread, String nonce, MessageId id) {
        posts.put(new Key(thread, nonce), new Standing.Placed(id));
        nonces.put(new Key(thread, id.value()), nonce);
    }

    /** It is not known what became of a try that began then. */
    public void doubt(ThreadId thread, String nonce, Instant since) {
        posts.asMap()
                .compute(
                        new Key(thread, nonce),
                        (_, now) ->
                                now instanceof Standing.Doubted(Instant earlier, boolean _)
                                                && earlier.isBefore(since)
                                        ? new Standing.Doubted(earlier, false)
                                        : new Standing.Doubted(since, false));
    }

    /** It was looked for and is not there. */
    public void absent(ThreadId thread, String nonce) {
        posts.put(new Key(thread, nonce), new Standing.Absent());
    }

    /**
     * The message is gone, or as good as gone: its nonce makes a new one.
     *
     * @return the nonce, where it is known
     */
    public Optional<String> gone(ThreadId thread, MessageId id) {
        Optional<String> nonce =
                Optional.ofNullable(nonces.getIfPresent(new Key(thread, id.value())));
        nonce.ifPresent(
                known -> posts.asMap().remove(new Key(thread, known), new Standing.Placed(id)));
        return nonce;
    }

    /** Whether this process made that message, or found it. */
    public boolean knows(ThreadId thread, String message) {
        return nonces.getIfPresent(new Key(thread, message)) != null;
    }
}
