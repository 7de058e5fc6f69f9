package parley.discord;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.sharding.ShardManager;
import org.jspecify.annotations.Nullable;
import parley.adapter.Hearing;

/**
 * Whether Discord is heard: all shards count, because each has servers of its own. Discord asks for
 * new connections now and then, which is not worth a word. Safe for use by many threads.
 */
final class ShardWatch implements EventListener {
    private static final String LOST = "Discord takes no connection just now";

    private final Supplier<Optional<ShardManager>> shards;
    private final Hearing hearing;
    private final Map<Integer, Integer> tries = new ConcurrentHashMap<>();
    private final BlockingQueue<GivenUp> ends = new LinkedBlockingQueue<>();
    private volatile @Nullable String refusal;

    private record GivenUp(@Nullable ShardManager of, LinkEnd end) {}

    ShardWatch(Supplier<Optional<ShardManager>> shards, InstantSource time) {
        this.shards = shards;
        hearing = new Hearing("Discord", "its gateway", time);
    }

    /** What keeps events from coming in, as a sentence; empty when they do. */
    Optional<String> fault() {
        look();
        return Optional.ofNullable(refusal).or(hearing::fault);
    }

    /** No connection can be opened. */
    void missed(String reason) {
        hearing.lost(reason);
    }

    /** None will be opened. */
    void refused(String sentence) {
        refusal = sentence;
    }

    /** Waits until JDA has given up a shard of these. */
    LinkEnd awaitEnd(ShardManager manager) throws InterruptedException {
        GivenUp next = ends.take();
        while (next.of != manager) {
            next = ends.take();
        }
        return next.end;
    }

    @Override
    public void onEvent(GenericEvent event) {
        switch (event) {
            case StatusChangeEvent change -> changed(shard(event), change.getNewStatus());
            case ShutdownEvent end ->
                    ends.add(
                            new GivenUp(
                                    event.getJDA().getShardManager(), LinkEnd.of(end.getCode())));
            default -> {}
        }
    }

    private static int shard(GenericEvent event) {
        return event.getJDA().getShardInfo().getShardId();
    }

    private void changed(int shard, JDA.Status status) {
        switch (status) {
            case CONNECTED -> tries.remove(shard);
            case DISCONNECTED -> hearing.lost();
            case RECONNECT_QUEUED -> hearing.lost("Discord ended the session");
            case WAITING_TO_RECONNECT -> {
                if (tries.merge(shard, 1, Integer::sum) > 1) {
                    hearing.lost(LOST);
                }
            }
            default -> {}
        }
        look();
    }

    private void look() {
        if (shards.get().filter(ShardWatch::whole).isPresent()) {
            hearing.restored();
        } else {
            hearing.lost();
        }
    }

    private static boolean whole(ShardManager manager) {
        List<JDA> running = manager.getShards();
        return !running.isEmpty()
                && running.size() == manager.getShardsTotal()
                && running.stream().allMatch(shard -> shard.getStatus() == JDA.Status.CONNECTED);
    }
}
