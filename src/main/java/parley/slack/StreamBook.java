package parley.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import parley.chat.ChannelId;
import parley.chat.MessageId;
import parley.chat.ThreadId;
import parley.chat.Ticker;

/**
 * The messages that are streams, and where streams cannot be. In memory: a stream of an earlier
 * process is recognised by what Slack answers. Safe for use by many threads.
 */
final class StreamBook {
    /** Longer than Slack lets any stream live. */
    private static final Duration REMEMBERED = Duration.ofMinutes(15);

    /** How long Slack's word that there are no streams somewhere is believed. */
    private static final Duration BANNED = Duration.ofHours(1);

    private static final int MOST = 10_000;

    private final Ticker ticker;
    private final Cache<Place, Stream> streams;
    private final Cache<Object, Boolean> bans;

    private record Place(ChannelId channel, MessageId message) {}

    StreamBook(Ticker ticker) {
        this.ticker = ticker;
        this.streams = cache(ticker, REMEMBERED);
        this.bans = cache(ticker, BANNED);
    }

    private static <K, V> Cache<K, V> cache(Ticker ticker, Duration lifetime) {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(lifetime)
                .ticker(ticker::nanos)
                .build();
    }

    void begun(ThreadId thread, MessageId message, String text) {
        streams.put(place(thread, message), Stream.begun(text, ticker.nanos()));
    }

    /** It turned out to be a stream, of which nothing else is known. */
    void found(ThreadId thread, MessageId message) {
        streams.put(
                place(thread, message), Stream.begun("", ticker.nanos()).in(Stream.State.DOUBTFUL));
    }

    Optional<Stream> find(ThreadId thread, MessageId message) {
        return Optional.ofNullable(streams.getIfPresent(place(thread, message)));
    }

    /** Whether that stream can go on until it shows the text. */
    boolean takes(Stream stream, String text) {
        return stream.takes(text, ticker.nanos());
    }

    void change(ThreadId thread, MessageId message, UnaryOperator<Stream> change) {
        streams.asMap().computeIfPresent(place(thread, message), (_, now) -> change.apply(now));
    }

    void forget(ThreadId thread, MessageId message) {
        streams.invalidate(place(thread, message));
    }

    private static Place place(ThreadId thread, MessageId message) {
        return new Place(thread.channel(), message);
    }

    /** No streams in that channel for a while. */
    void banChannel(ThreadId thread) {
        bans.put(thread.channel(), true);
    }

    /** No streams in that workspace for a while. */
    void banWorkspace(ThreadId thread) {
        bans.put(thread.channel().workspace(), true);
    }

    boolean banned(ThreadId thread) {
        return bans.getIfPresent(thread.channel()) != null
                || bans.getIfPresent(thread.channel().workspace()) != null;
    }
}
