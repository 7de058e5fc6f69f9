package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.Backoff;
import parley.adapter.Throttle;
import parley.chat.Inbound;
import parley.chat.Inbox;
import parley.chat.Receipt;
import parley.chat.Ticker;

/**
 * Hears of messages and puts them into the inbox, in order for each channel. Discord awaits no
 * acknowledgement: what cannot be stored is tried again for a while and then looked for in the
 * channel's history. Safe for use by many threads.
 */
final class DiscordIntake implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordIntake.class);

    private static final Set<String> HEARD =
            Set.of("MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE", "MESSAGE_DELETE_BULK");

    private static final int MOST_WAITING = 10_000;
    private static final int TRIES = 6;

    private final DiscordEvents events;
    private final Channels channels;
    private final Inbox inbox;
    private final Consumer<Inbound.Said> asked;
    private final Consumer<Inbound.Said> refused;
    private final Runnable missed;
    private final Throttle told;
    private final Lanes lanes = new Lanes(MOST_WAITING);
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * @param asked is told of each question that was taken, and returns at once
     * @param refused is told of questions that there is no room for, likewise
     * @param missed is told when something could not be stored and must be looked for later
     */
    DiscordIntake(
            DiscordEvents events,
            Channels channels,
            Inbox inbox,
            Consumer<Inbound.Said> asked,
            Consumer<Inbound.Said> refused,
            Runnable missed,
            Ticker ticker) {
        this.events = events;
        this.channels = channels;
        this.inbox = inbox;
        this.asked = asked;
        this.refused = refused;
        this.missed = missed;
        this.told = new Throttle(Duration.ofMinutes(10), ticker);
    }

    /** Whether events of that type are the intake's business. */
    static boolean hears(String type) {
        return HEARD.contains(type);
    }

    /** An event as it comes; returns at once while the intake keeps up. */
    void hear(String type, JsonNode data) {
        lanes.run(data.path("channel_id").asLong(), () -> take(type, data));
    }

    /**
     * A message out of a history, after those of its channel that came before; returns when it is
     * stored, or nobody's business.
     */
    void recall(JsonNode message) {
        CountDownLatch done = new CountDownLatch(1);
        lanes.run(
                message.path("channel_id").asLong(),
                () -> {
                    try {
                        take("MESSAGE_CREATE", message);
                    } finally {
                        done.countDown();
                    }
                });
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(String type, JsonNode data) {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), () -> 1);
        for (int left = TRIES; !taken(type, data, left == 1); left--) {
            if (left == 1 || closedWithin(backoff.afterFailure(Duration.ZERO))) {
                missed.run();
                return;
            }
        }
    }

    private boolean closedWithin(Duration pause) {
        try {
            return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private boolean taken(String type, JsonNode data, boolean last) {
        try {
            Optional<ChannelFacts> where = channels.facts(data.path("channel_id").asLong());
            where.ifPresent(place -> events.translate(type, data, place).forEach(this::accept));
            return where.isPresent();
        } catch (RuntimeException e) {
            if (last) {
                LOG.error("Message {} could not be stored", data.path("id").asText(), e);
            }
            return false;
        }
    }

    private void accept(Inbound event) {
        Receipt receipt = inbox.accept(event);
        if (!(event instanceof Inbound.Said said)) {
            return;
        }
        if (receipt == Receipt.ACCEPTED) {
            asked.accept(said);
        } else if (receipt == Receipt.OVERLOADED && told.pass(said.message().value())) {
            refused.accept(said);
        }
    }

    /** Nothing is tried again any more. */
    @Override
    public void close() {
        closed.countDown();
    }
}
