package parley.testing.discord;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;

/** A bot on JDA that writes down what it hears, and does what a test tells it to. */
public final class RunningJda implements AutoCloseable {
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final List<GenericEvent> events = new CopyOnWriteArrayList<>();
    private final List<Consumer<GenericEvent>> reactions = new CopyOnWriteArrayList<>();
    private final ShardManager shards;

    private RunningJda(FakeDiscord discord, EventListener... others) {
        shards =
                DefaultShardManagerBuilder.createLight(
                                discord.botToken(),
                                GatewayIntent.GUILD_MESSAGES,
                                GatewayIntent.DIRECT_MESSAGES,
                                GatewayIntent.MESSAGE_CONTENT)
                        .setRestConfig(new RestConfig().setBaseUrl(discord.apiUrl()))
                        .setSessionController(new QuickSessions(discord.gateway().address()))
                        .setEventPool(THREADS, false)
                        .setCallbackPool(THREADS, false)
                        .setRawEventsEnabled(true)
                        .addEventListeners((EventListener) this::hear)
                        .addEventListeners((Object[]) others)
                        .setEnableShutdownHook(false)
                        .build();
    }

    /**
     * @param others that hear too
     */
    public static RunningJda start(FakeDiscord discord, EventListener... others) {
        return new RunningJda(discord, others);
    }

    private void hear(GenericEvent event) {
        events.add(event);
        reactions.forEach(reaction -> reaction.accept(event));
    }

    /** What it does on events of a kind, from now on. */
    <E extends GenericEvent> void on(Class<E> kind, Consumer<E> work) {
        reactions.add(event -> {
            if (kind.isInstance(event)) {
                work.accept(kind.cast(event));
            }
        });
    }

    public <E extends GenericEvent> List<E> heard(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public ShardManager shards() {
        return shards;
    }

    JDA shard() {
        return Objects.requireNonNull(shards.getShardById(0));
    }

    JDA.Status status() {
        JDA shard = shards.getShardById(0);
        return shard == null ? JDA.Status.INITIALIZING : shard.getStatus();
    }

    @Override
    public void close() {
        shards.getShards().forEach(JDA::shutdownNow);
        shards.shutdown();
    }
}
