package parley.discord;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.cache.CacheFlag;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.Backoff;
import parley.chat.Supervised;

/**
 * The connection to Discord's gateway, over which events come. JDA keeps it up, resumes it, and
 * begins it anew; this begins it, says how it stands, and ends for good when Discord will not have
 * the bot. Safe for use by many threads.
 */
final class DiscordLink implements Supervised, EventListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordLink.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration GOODBYE = Duration.ofSeconds(3);

    private final DiscordSettings settings;
    private final Set<GatewayIntent> intents;
    private final List<EventListener> listeners = new ArrayList<>();
    private final Backoff backoff =
            new Backoff(
                    Duration.ofMillis(500),
                    Duration.ofSeconds(30),
                    () -> ThreadLocalRandom.current().nextDouble());
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable ShardManager shards;
    private volatile Optional<String> refusal = Optional.empty();

    DiscordLink(DiscordSettings settings, BotIdentity self) {
        this.settings = settings;
        this.intents = EnumSet.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES);
        if (self.readsContent()) {
            intents.add(GatewayIntent.MESSAGE_CONTENT);
        }
    }

    /** Empty until JDA has begun to connect. */
    Optional<ShardManager> shards() {
        return Optional.ofNullable(shards);
    }

    /** Connects in the background, and tries until it goes. Called once. */
    void start(List<EventListener> hearers) {
        listeners.addAll(hearers);
        Thread.ofVirtual().name("discord link").start(this::begin);
    }

    private void begin() {
        try {
            while (!begun() && refusal.isEmpty()) {
                Duration pause = backoff.afterFailure(Duration.ZERO);
                if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** JDA asks for the gateway's address first, and throws what comes of that. */
    private boolean begun() {
        try {
            ShardManager connecting = builder().build();
            shards = connecting;
            if (closed.getCount() == 0) {
                connecting.shutdown();
            }
            return true;
        } catch (InvalidTokenException e) {
            refuse(GatewayRefusal.ofToken());
        } catch (RuntimeException e) {
            LOG.warn("Discord's gateway cannot be reached; it is tried again: {}", e.toString());
        }
        return false;
    }

    private DefaultShardManagerBuilder builder() {
        return DefaultShardManagerBuilder.createLight(settings.botToken(), intents)
                .enableCache(CacheFlag.ROLE_TAGS)
                .setRestConfig(new RestConfig().setBaseUrl(settings.api().toString()))
                .setHttpClientBuilder(
                        new OkHttpClient.Builder()
                                .connectTimeout(TIMEOUT)
                                .readTimeout(TIMEOUT)
                                .writeTimeout(TIMEOUT))
                .setRequestTimeoutRetry(false)
                .setSessionController(new Sessions())
                .setRawEventsEnabled(true)
                .setEnableShutdownHook(false)
                .setEventPoolProvider(_ -> inOrder())
                .setCallbackPoolProvider(_ -> Executors.newVirtualThreadPerTaskExecutor())
                .setRateLimitElastic(Executors.newVirtualThreadPerTaskExecutor(), true)
                .addEventListeners(this)
                .addEventListeners(listeners.toArray());
    }

    /** JDA hands each event over and goes on; they are heard one after the other. */
    private static ExecutorService inOrder() {
        return Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name("discord events").factory());
    }

    @Override
    public void onEvent(GenericEvent event) {
        if (event instanceof ShutdownEvent end && closed.getCount() > 0) {
            GatewayRefusal.of(end.getCode()).ifPresent(this::refuse);
        }
    }

    private void refuse(String sentence) {
        refusal = Optional.of(sentence);
        LOG.error("Discord is not served any more. {}", sentence);
    }

    @Override
    public Optional<String> fault() {
        return refusal.or(() ->
                shards().isEmpty()
                        ? Optional.of("The connection to Discord has not been made yet.")
                        : shards().flatMap(DiscordLink::missing));
    }

    private static Optional<String> missing(ShardManager shards) {
        long all = Math.max(1, shards.getShardsTotal());
        long up =
                shards.getShards().stream()
                        .filter(shard -> shard.getStatus() == JDA.Status.CONNECTED)
                        .count();
        return up >= all
                ? Optional.empty()
                : Optional.of(
                        "The connection to Discord is down and being restored (%d of %d are up)."
                                .formatted(up, all));
    }

    /** Says goodbye, and hangs up if that takes long. */
    @Override
    public void close() {
        closed.countDown();
        shards().ifPresent(DiscordLink::end);
    }

    private static void end(ShardManager shards) {
        List<JDA> all = List.copyOf(shards.getShards());
        shards.shutdown();
        if (!all.stream().allMatch(DiscordLink::gone)) {
            all.forEach(JDA::shutdownNow);
        }
    }

    private static boolean gone(JDA shard) {
        try {
            return shard.awaitShutdown(GOODBYE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
