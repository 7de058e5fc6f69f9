package parley.discord;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.SessionController;
import net.dv8tion.jda.api.utils.cache.CacheFlag;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/**
 * How JDA is set up: it is told what Parley needs and no more, keeps servers, channels and roles in
 * memory and no members, and hands events over in order, on one thread that is not the
 * connection's. Safe for use by one thread.
 */
final class ShardSetup implements AutoCloseable {
    /** The shortest that JDA takes: it doubles the pause between tries up to this. */
    private static final int LONGEST_PAUSE_SECONDS = 32;

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WHOLE_CALL = Duration.ofSeconds(15);

    /** For how long a connection is kept for the next call; Discord keeps it for longer. */
    private static final Duration IDLE = Duration.ofSeconds(5);

    private static final int MOST_IDLE = 5;

    /** How many shards there must be, who the bot is, and some for good measure. */
    private static final int CALLS_TO_OPEN = 3;

    private final DiscordSettings settings;
    private final SessionController sessions;
    private final ExecutorService events =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("discord events").factory());
    private final ExecutorService callbacks = Executors.newVirtualThreadPerTaskExecutor();

    ShardSetup(DiscordSettings settings, SessionController sessions) {
        this.settings = settings;
        this.sessions = sessions;
    }

    /**
     * Begins to connect, once Discord has said how many shards there must be; blocks for that. JDA
     * itself waits for ever where it cannot read an answer.
     *
     * @throws net.dv8tion.jda.api.exceptions.InvalidTokenException when Discord does not know the
     *     token
     * @throws RuntimeException when it does not answer
     */
    ShardManager open(BotIdentity self, List<EventListener> listeners) throws InterruptedException {
        CompletableFuture<ShardManager> opening =
                CompletableFuture.supplyAsync(() -> build(self, listeners), callbacks);
        Duration patience = settings.patience().multipliedBy(CALLS_TO_OPEN);
        try {
            return opening.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            endLater(opening);
            throw new IllegalStateException("not within " + patience, e);
        } catch (InterruptedException e) {
            endLater(opening);
            throw e;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault
                    ? fault
                    : new IllegalStateException(e);
        }
    }

    private static void endLater(CompletableFuture<ShardManager> opening) {
        CompletableFuture<Void> _ = opening.thenAccept(ShardManager::shutdown);
    }

    private ShardManager build(BotIdentity self, List<EventListener> listeners) {
        // The roles' tags tell which of them is the bot's own.
        return DefaultShardManagerBuilder.createLight(settings.botToken(), intents(self))
                .enableCache(CacheFlag.ROLE_TAGS)
                .setRestConfig(new RestConfig().setBaseUrl(settings.api().toString()))
                .setHttpClientBuilder(client())
                .setRequestTimeoutRetry(false)
                .setSessionController(sessions)
                .setMaxReconnectDelay(LONGEST_PAUSE_SECONDS)
                .setRawEventsEnabled(true)
                .setEventPool(events, false)
                .setCallbackPool(callbacks, false)
                .setRateLimitElastic(callbacks, false)
                .setEnableShutdownHook(false)
                .addEventListeners(listeners.toArray())
                .build();
    }

    /** JDA adds the servers themselves. */
    private static Set<GatewayIntent> intents(BotIdentity self) {
        Set<GatewayIntent> intents =
                EnumSet.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES);
        if (self.readsContent()) {
            intents.add(GatewayIntent.MESSAGE_CONTENT);
        }
        return intents;
    }

    /**
     * It repeats nothing by itself: what it had sent may have arrived, and there is no telling. Nor
     * need it, for want of old connections that Discord has closed meanwhile.
     */
    private OkHttpClient.Builder client() {
        return new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(MOST_IDLE, IDLE.toMillis(), MILLISECONDS))
                .connectTimeout(CONNECT)
                .readTimeout(settings.patience())
                .writeTimeout(settings.patience())
                .callTimeout(WHOLE_CALL);
    }

    /** No events are handed over any more. */
    @Override
    public void close() {
        events.shutdownNow();
        callbacks.shutdownNow();
    }
}
