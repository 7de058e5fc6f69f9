package parley.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.Memo;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.SendResult;
import parley.chat.ThreadId;
import parley.chat.Ticker;

/**
 * Where each conversation's answers go: in the thread of the question, which is made where there is
 * none, or in the channel where that cannot be. An answer that began somewhere goes on there, after
 * a restart too. Safe for use by many threads; those who ask for the same place at once wait for
 * one answer.
 */
final class Places {
    private static final Logger LOG = LoggerFactory.getLogger(Places.class);

    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final int MOST = 20_000;

    private final ThreadMaker maker;
    private final Function<ThreadId, Optional<MessageId>> newest;
    private final Memo<ThreadId, Site> sites;
    private final Cache<ThreadId, Question> questions;
    private final Cache<ThreadId, Boolean> doubted;
    private final Instant born;

    /** The newest question of a conversation. */
    private record Question(long channel, long message, String text) {}

    /** The channel or thread of a conversation. */
    private sealed interface Site {
        record In(long channel) implements Site {}

        record Nowhere(SendResult why) implements Site {}
    }

    /**
     * @param newest where the bot's newest message of a conversation stands, as it is remembered
     * @param born when this process began
     */
    Places(
            DiscordCalls calls,
            OwnMessages own,
            Function<ThreadId, Optional<MessageId>> newest,
            Ticker ticker,
            Instant born) {
        this.maker = new ThreadMaker(calls, own, ticker);
        this.newest = newest;
        this.sites = new Memo<>(MOST, ticker, this::decide);
        this.questions = cache(ticker);
        this.doubted = cache(ticker);
        this.born = born;
    }

    private static <V> Cache<ThreadId, V> cache(Ticker ticker) {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(REMEMBERED)
                .ticker(ticker::nanos)
                .build();
    }

    /** That question is to be answered; returns at once. */
    void heard(Inbound.Said said) {
        heard(
                said.thread(),
                DiscordIds.channelOf(said.message()),
                DiscordIds.idOf(said.message()),
                said.text());
    }

    /** A question of the conversation stands there; returns at once. */
    void heard(ThreadId thread, long channel, long message, String text) {
        questions.put(thread, new Question(channel, message, text));
    }

    /** The place; blocks until it is there, and does not throw. */
    Place.Opening open(ThreadId thread) {
        Optional<Place> known = known(thread);
        if (known.isPresent()) {
            return new Place.Opening.Open(known.get());
        }
        return switch (sites.get(thread)) {
            case Site.In(long channel) -> new Place.Opening.Open(place(thread, channel));
            case Site.Nowhere(SendResult why) -> new Place.Opening.Closed(why);
        };
    }

    /** The place, if that is settled; returns at once. */
    Optional<Place> known(ThreadId thread) {
        if (DiscordIds.isDirect(thread)) {
            return Optional.of(new Place(DiscordIds.channelOf(thread), Optional.empty()));
        }
        return askedBelow(thread)
                .or(() -> sites.peek(thread).flatMap(Places::channel))
                .map(channel -> place(thread, channel));
    }

    /** A question that was asked in a thread is answered there. */
    private Optional<Long> askedBelow(ThreadId thread) {
        return Optional.ofNullable(questions.getIfPresent(thread))
                .map(Question::channel)
                .filter(channel -> channel != DiscordIds.channelOf(thread));
    }

    private static Optional<Long> channel(Site site) {
        return site instanceof Site.In(long channel) ? Optional.of(channel) : Optional.empty();
    }

    private Place place(ThreadId thread, long channel) {
        boolean below = channel != DiscordIds.channelOf(thread);
        return new Place(channel, below ? Optional.empty() : Optional.of(question(thread)));
    }

    private long question(ThreadId thread) {
        return Optional.ofNullable(questions.getIfPresent(thread))
                .map(Question::message)
                .orElseGet(() -> DiscordIds.rootOf(thread));
    }

    private Memo.Kept<Site> decide(ThreadId thread) {
        Site site = site(thread);
        return new Memo.Kept<>(site, site instanceof Site.In ? REMEMBERED : Duration.ZERO);
    }

    private Site site(ThreadId thread) {
        Optional<MessageId> standing;
        try {
            standing = newest.apply(thread);
        } catch (RuntimeException e) {
            LOG.warn("Where answers in {} stand could not be read: {}", thread, e.toString());
            return new Site.Nowhere(
                    new SendResult.Unreachable("where earlier answers stand could not be read"));
        }
        return standing.map(DiscordIds::channelOf)
                .<Site>map(Site.In::new)
                .orElseGet(() -> make(thread));
    }

    private Site make(ThreadId thread) {
        long root = DiscordIds.rootOf(thread);
        long channel = DiscordIds.channelOf(thread);
        Optional<String> text =
                Optional.ofNullable(questions.getIfPresent(thread))
                        .filter(question -> question.message() == root)
                        .map(Question::text);
        return switch (made(thread, channel, root, text)) {
            case ThreadMaker.Made.Thread(long below) -> new Site.In(below);
            case ThreadMaker.Made.Impossible _ -> new Site.In(channel);
            case ThreadMaker.Made.Gone(SendResult why) ->
                    isAsked(thread) ? new Site.In(channel) : new Site.Nowhere(why);
            case ThreadMaker.Made.Unknown(SendResult why) -> {
                doubted.put(thread, true);
                yield new Site.Nowhere(why);
            }
        };
    }

    private ThreadMaker.Made made(ThreadId thread, long channel, long root, Optional<String> text) {
        if (!mayHaveOne(thread)) {
            return maker.make(channel, root, text);
        }
        return isAsked(thread)
                ? maker.find(channel, root, text)
                : maker.resume(channel, root, text);
    }

    /** Whether its question is known; one that was asked in a thread does not come here. */
    private boolean isAsked(ThreadId thread) {
        return questions.getIfPresent(thread) != null;
    }

    /** An earlier try, or an earlier process, may have made a thread and not heard of it. */
    private boolean mayHaveOne(ThreadId thread) {
        return doubted.getIfPresent(thread) != null
                || DiscordIds.madeAt(DiscordIds.rootOf(thread)).isBefore(born);
    }
}
