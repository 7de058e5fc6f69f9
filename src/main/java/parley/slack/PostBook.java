package parley.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import parley.chat.MessageId;
import parley.chat.Outgoing;
import parley.chat.ThreadId;
import parley.chat.Ticker;

/**
 * What became of each message that was to be made, lest one be made twice. Safe for use by many
 * threads.
 */
final class PostBook {
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final int MOST = 20_000;

    /** How long after a start an answer may still come that an earlier process had begun. */
    private static final Duration YOUNG = Duration.ofMinutes(5);

    /** How long before it. */
    private static final Duration INHERITANCE = Duration.ofHours(1);

    private final InstantSource clock;
    private final Instant born;
    private final Cache<Key, Standing> posts;
    private final Cache<Key, String> nonces;

    /** What is known of one message of one answer. */
    sealed interface Standing {
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

    PostBook(Ticker ticker, InstantSource clock) {
        this.clock = clock;
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

    Instant now() {
        return clock.instant();
    }

    Standing standing(ThreadId thread, Outgoing message) {
        return Optional.ofNullable(posts.getIfPresent(key(thread, message)))
                .orElseGet(() -> unheardOf(thread));
    }

    /** A thread older than this process may hold what the one before could not write down. */
    private Standing unheardOf(ThreadId thread) {
        boolean young = clock.instant().isBefore(born.plus(YOUNG));
        boolean older = SlackTime.instant(thread.root()).filter(born::isAfter).isPresent();
        return young && older
                ? new Standing.Doubted(born.minus(INHERITANCE), true)
                : new Standing.Absent();
    }

    void placed(ThreadId thread, Outgoing message, MessageId id) {
        posts.put(key(thread, message), new Standing.Placed(id));
        nonces.put(new Key(thread, id.value()), message.nonce());
    }

    /** It is not known what became of a try that began then. */
    void doubt(ThreadId thread, Outgoing message, Instant since) {
        posts.asMap()
                .compute(
                        key(thread, message),
                        (_, now) ->
                                now instanceof Standing.Doubted(Instant earlier, boolean _)
                                                && earlier.isBefore(since)
                                        ? new Standing.Doubted(earlier, false)
                                        : new Standing.Doubted(since, false));
    }

    /** It was looked for and is not there. */
    void absent(ThreadId thread, Outgoing message) {
        posts.put(key(thread, message), new Standing.Absent());
    }

    /** The message is gone, or as good as gone: its nonce makes a new one. */
    void gone(ThreadId thread, MessageId id) {
        String nonce = nonces.getIfPresent(new Key(thread, id.value()));
        if (nonce != null) {
            posts.asMap().remove(new Key(thread, nonce), new Standing.Placed(id));
        }
    }

    /** Whether this process made that message, or found it. */
    boolean knows(ThreadId thread, String message) {
        return nonces.getIfPresent(new Key(thread, message)) != null;
    }

    private static Key key(ThreadId thread, Outgoing message) {
        return new Key(thread, message.nonce());
    }
}
