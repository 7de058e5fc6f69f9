package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.RawGatewayEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of messages: each event is taken in the order of its channel. So that one channel holds up
 * no other, JDA's thread waits only where there is too much for all. Safe for use by many threads.
 */
final class DiscordIntake implements EventListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordIntake.class);
    private static final String SAID = "MESSAGE_CREATE";
    private static final Set<String> HEARD =
            Set.of(SAID, "MESSAGE_UPDATE", "MESSAGE_DELETE", "MESSAGE_DELETE_BULK");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int MOST_WAITING = 2_000;
    private static final Duration END = Duration.ofSeconds(3);

    private final DiscordEvents events;
    private final Channels channels;
    private final Acceptance acceptance;
    private final Consumer<Instant> missed;
    private final Lanes lanes = new Lanes(MOST_WAITING);

    /**
     * @param missed is told of when each message is that could not be taken after all
     */
    DiscordIntake(
            DiscordEvents events,
            Channels channels,
            Acceptance acceptance,
            Consumer<Instant> missed) {
        this.events = events;
        this.channels = channels;
        this.acceptance = acceptance;
        this.missed = missed;
    }

    @Override
    public void onEvent(GenericEvent event) {
        if (event instanceof RawGatewayEvent raw && HEARD.contains(raw.getType())) {
            try {
                JsonNode data = MAPPER.valueToTree(raw.getPayload().toMap());
                lanes.run(channel(data), () -> hear(raw.getType(), data));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static long channel(JsonNode data) {
        return data.path("channel_id").asLong();
    }

    private void hear(String type, JsonNode data) {
        Acceptance.End end =
                acceptance.take(
                        () -> place(data).map(where -> events.translate(type, data, where)));
        if (end == Acceptance.End.MISSED && type.equals(SAID)) {
            missed(data);
        }
    }

    /** What the bot alone sees of servers comes without the server, but is the bot's own. */
    private Optional<ChannelFacts> place(JsonNode data) {
        return data.hasNonNull("guild_id")
                ? channels.facts(channel(data))
                : Optional.of(ChannelFacts.direct(channel(data)));
    }

    /**
     * As {@link #take}, wherever the message stands; what cannot be taken now is looked for again
     * with the next catching up.
     */
    void recall(JsonNode message) {
        try {
            Optional<ChannelFacts> where = place(message);
            if (where.isEmpty() || take(message, where.get()) == Acceptance.End.MISSED) {
                missed(message);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void missed(JsonNode message) {
        missed.accept(DiscordIds.madeAt(message.path("id").asLong()));
    }

    /**
     * Takes a message of a history as if it were heard now, behind what is heard in its channel;
     * waits until it is taken. Whether that was missed before.
     *
     * @throws InterruptedException while waiting
     */
    Acceptance.End take(JsonNode message, ChannelFacts where) throws InterruptedException {
        var work =
                new FutureTask<>(() ->
                        acceptance.take(() -> Optional.of(events.translate(SAID, message, where))));
        lanes.run(where.id(), work);
        try {
            return work.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing is tried again; what is under way is waited for, though not for long. */
    @Override
    public void close() {
        acceptance.close();
        if (!lanes.awaitIdle(END)) {
            LOG.warn("Some messages of Discord are not stored; the next start looks for them");
        }
    }
}
