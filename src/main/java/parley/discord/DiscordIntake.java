package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.RawGatewayEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.Found;
import parley.adapter.Owed;
import parley.adapter.Throttle;
import parley.chat.Ticker;

/**
 * Hears of messages: each event is taken in the order of its channel. So that one channel holds up
 * no other, JDA's thread waits only where there is too much for all. Safe for use by many threads.
 */
final class DiscordIntake implements EventListener, Recall, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordIntake.class);
    private static final Set<String> HEARD =
            Set.of("MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE", "MESSAGE_DELETE_BULK");
    private static final int MOST_WAITING = 2_000;
    private static final Duration END = Duration.ofSeconds(3);

    private final DiscordEvents events;
    private final Channels channels;
    private final Acceptance acceptance;
    private final Owed owed;
    private final Throttle givenUp;
    private final Lanes lanes = new Lanes(MOST_WAITING);

    /**
     * @param missed is told since when something is missing, as soon as the inbox takes events
     *     again; returns at once
     */
    DiscordIntake(
            DiscordEvents events,
            Channels channels,
            Acceptance acceptance,
            Consumer<Instant> missed,
            Ticker ticker) {
        this.events = events;
        this.channels = channels;
        this.acceptance = acceptance;
        this.owed = new Owed(missed);
        this.givenUp = new Throttle(Duration.ofDays(1), ticker);
    }

    @Override
    public void onEvent(GenericEvent event) {
        if (event instanceof RawGatewayEvent raw && HEARD.contains(raw.getType())) {
            try {
                hear(raw.getType(), JdaJson.node(raw.getPayload()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void hear(String type, JsonNode data) throws InterruptedException {
        lanes.run(channel(data), () -> take(type, data));
    }

    private static long channel(JsonNode data) {
        return data.path("channel_id").asLong();
    }

    private Acceptance.End take(String type, JsonNode data) {
        Acceptance.End end =
                acceptance.take(
                        () -> place(data).map(where -> events.translate(type, data, where)));
        switch (end) {
            case ASKED, TAKEN, KNOWN -> owed.settle();
            case NOTHING -> {}
            case MISSED -> owe(data.path("id").asLong(data.path("ids").path(0).asLong()));
        }
        return end;
    }

    /**
     * Live or not, a message of a server says so, and as what its author is there; all others are
     * direct.
     */
    private Optional<ChannelFacts> place(JsonNode data) {
        return data.hasNonNull("guild_id") || data.hasNonNull("member")
                ? channels.facts(channel(data))
                : Optional.of(ChannelFacts.direct(channel(data)));
    }

    /** What was given up before is not looked for for ever. */
    private void owe(long message) {
        if (givenUp.pass(Long.toUnsignedString(message))) {
            owed.owe(DiscordIds.madeAt(message));
        }
    }

    /** What was given up because of the store is looked for, whether or not more is heard. */
    void storeWorks() {
        owed.settle();
    }

    @Override
    public Found take(JsonNode message) {
        return inLane(
                message,
                () ->
                        switch (take("MESSAGE_CREATE", message)) {
                            case ASKED -> Found.QUESTION;
                            case KNOWN -> Found.KNOWN;
                            case TAKEN, NOTHING, MISSED -> Found.NOTHING;
                        });
    }

    @Override
    public void changed(JsonNode message) {
        var _ = inLane(message, () -> take("MESSAGE_UPDATE", message));
    }

    @Override
    public boolean decline(JsonNode message) {
        return inLane(
                message,
                () ->
                        place(message)
                                .map(where -> events.translate("MESSAGE_CREATE", message, where))
                                .filter(acceptance::decline)
                                .isPresent());
    }

    @Override
    public void gone(JsonNode deletion) {
        var _ = inLane(deletion, () -> take("MESSAGE_DELETE", deletion));
    }

    /** Behind what is heard in its channel. */
    private <T> T inLane(JsonNode data, Callable<T> work) {
        var task = new FutureTask<>(work);
        try {
            lanes.run(channel(data), task);
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
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
