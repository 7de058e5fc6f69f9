package parley.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.SessionController;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.Backoff;

/**
 * Keeps the connection to Discord's gateway for as long as the program runs. JDA resumes and
 * reconnects; what it gives up is opened anew here, unless Discord has refused the settings. Its
 * one thread ends by {@link #close}, or by such a refusal. Safe for use by many threads.
 *
 * @see <a href="https://discord.com/developers/docs/events/gateway">Gateway</a>
 */
final class DiscordLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordLink.class);

    /** Discord allows a thousand sessions a day, and bars whoever uses them up. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
    private static final Duration END = Duration.ofSeconds(3);

    private final ShardSetup setup;
    private final InstantSource time;
    private final ShardWatch watch;
    private final GatewayCache cache = new GatewayCache(this::shards);
    private final Backoff backoff =
            new Backoff(FIRST_PAUSE, LONGEST_PAUSE, () -> ThreadLocalRandom.current().nextDouble());
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Thread thread;
    private volatile @Nullable ShardManager manager;

    DiscordLink(DiscordSettings settings, SessionController sessions, InstantSource time) {
        setup = new ShardSetup(settings, sessions);
        this.time = time;
        watch = new ShardWatch(this::shards, time);
    }

    /** What the gateway has told of servers; nothing before it is connected. */
    GatewayCache cache() {
        return cache;
    }

    /** Those that are running, or were last; empty before the first. */
    Optional<ShardManager> shards() {
        return Optional.ofNullable(manager);
    }

    /**
     * Begins to connect; returns at once. Called once.
     *
     * @param listeners are told of all events, one after the other
     */
    void start(BotIdentity self, List<EventListener> listeners) {
        List<EventListener> all = new ArrayList<>(listeners);
        all.addFirst(watch);
        thread = Thread.ofVirtual().name("discord link").start(() -> keep(self, all));
    }

    /** Why nothing comes in, when nothing does. */
    Optional<String> fault() {
        return watch.fault();
    }

    private void keep(BotIdentity self, List<EventListener> listeners) {
        try {
            while (stopping.getCount() > 0 && round(self, listeners)) {
                boolean _ = stopping.await(pause().toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            LOG.debug("Interrupted");
        } finally {
            // A connection that was just being opened when all was closed.
            shards().ifPresent(ShardManager::shutdown);
        }
    }

    private Duration pause() {
        return backoff.afterFailure(Duration.ZERO);
    }

    /** Opens a connection and waits for its end; whether another one may do better. */
    private boolean round(BotIdentity self, List<EventListener> listeners)
            throws InterruptedException {
        LinkEnd end;
        try {
            ShardManager opened = setup.open(self, listeners);
            manager = opened;
            Instant began = time.instant();
            end = watch.awaitEnd(opened);
            if (time.instant().isAfter(began.plus(LONGEST_PAUSE))) {
                backoff.reset();
            }
        } catch (InvalidTokenException e) {
            end = new LinkEnd.Refused(Introduction.UNKNOWN_TOKEN);
        } catch (RuntimeException e) {
            LOG.debug("No connection", e);
            end = new LinkEnd.Ended("Discord does not say where its gateway is");
        }
        return over(end);
    }

    private boolean over(LinkEnd end) {
        shards().ifPresent(ShardManager::shutdown);
        if (stopping.getCount() == 0) {
            return false;
        }
        return switch (end) {
            case LinkEnd.Refused(String sentence) -> {
                LOG.error("Discord is not served: {}", sentence);
                watch.refused(sentence);
                yield false;
            }
            case LinkEnd.Ended(String reason) -> {
                watch.missed(reason);
                yield true;
            }
        };
    }

    /** Lets go of the connection; takes seconds at the most. */
    @Override
    public void close() {
        stopping.countDown();
        Thread keeper = thread;
        if (keeper != null) {
            keeper.interrupt();
        }
        shards().ifPresent(DiscordLink::end);
        setup.close();
    }

    /** JDA waits half a minute for calls that it has made, and there are none worth that. */
    private static void end(ShardManager shards) {
        List<JDA> all = List.copyOf(shards.getShards());
        shards.shutdown();
        try {
            for (JDA shard : all) {
                if (!shard.awaitShutdown(END.dividedBy(all.size()))) {
                    shard.shutdownNow();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
