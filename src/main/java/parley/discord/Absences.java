package parley.discord;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.RawGatewayEvent;
import net.dv8tion.jda.api.events.guild.GuildAvailableEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.guild.GuildTimeoutEvent;
import net.dv8tion.jda.api.events.guild.GuildUnavailableEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.SessionInvalidateEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.EventListener;

/**
 * Tells since when nothing was heard, each time that a session of the gateway begins without what
 * the one before it missed, or that a server comes back from an outage of its own. Needs JDA's raw
 * events. Safe for use by many threads, as long as each connection's events come in order.
 */
final class Absences implements EventListener {
    private final Consumer<Instant> back;
    private final InstantSource clock;
    private final Map<Integer, Connection> connections = new ConcurrentHashMap<>();

    /** Since when Discord tells nothing of a server. */
    private final Map<Long, Instant> out = new ConcurrentHashMap<>();

    /** What is known of one shard's connection. */
    private record Connection(Instant heard, boolean away) {
        private static final Connection NEW = new Connection(Instant.EPOCH, true);
    }

    /**
     * @param back is told since when nothing was heard: {@link Instant#EPOCH} after a start.
     *     Returns at once
     */
    Absences(Consumer<Instant> back, InstantSource clock) {
        this.back = back;
        this.clock = clock;
    }

    /** What a new session tells before it is complete does not show that nothing was missed. */
    @Override
    public void onEvent(GenericEvent event) {
        int shard = event.getJDA().getShardInfo().getShardId();
        Connection known = connections.getOrDefault(shard, Connection.NEW);
        switch (event) {
            case RawGatewayEvent _ when !known.away() -> hears(shard);
            case SessionDisconnectEvent _, SessionInvalidateEvent _, ShutdownEvent _ ->
                    connections.put(shard, new Connection(known.heard(), true));
            case SessionResumeEvent _ ->
                    connections.put(shard, new Connection(known.heard(), false));
            case ReadyEvent _, SessionRecreateEvent _ -> {
                hears(shard);
                back.accept(known.heard());
            }
            case GuildTimeoutEvent timeout -> out.put(timeout.getGuildIdLong(), Instant.EPOCH);
            case GuildUnavailableEvent gone ->
                    out.put(gone.getGuild().getIdLong(), clock.instant());
            case GuildAvailableEvent there -> returned(there.getGuild().getIdLong());
            case GuildReadyEvent there -> returned(there.getGuild().getIdLong());
            default -> {}
        }
    }

    /** A server whose events were missing while it had an outage of its own. */
    private void returned(long guild) {
        Optional.ofNullable(out.remove(guild)).ifPresent(back);
    }

    private void hears(int shard) {
        connections.put(shard, new Connection(clock.instant(), false));
    }
}
