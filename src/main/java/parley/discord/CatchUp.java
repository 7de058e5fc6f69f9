package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.Whereabouts;

/**
 * Looks in the channels' histories for what was said while the bot did not hear: whatever is found
 * goes the way of what is heard, where the known is dropped. Direct messages are looked for where
 * there was a conversation before; Discord does not tell of others. One search at a time. Safe for
 * use by many threads.
 */
final class CatchUp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

    /** How far this machine's clock and Discord's may be apart, and how late an event may come. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    /** Some three minutes of reading. */
    private static final int MOST_ROOMS = 1_000;

    private static final int MOST_DIRECT = 200;

    private final PatientReader reader;
    private final Rooms rooms;
    private final Whereabouts whereabouts;
    private final Consumer<JsonNode> found;
    private final Duration longest;
    private final InstantSource clock;
    private Optional<Instant> wanted = Optional.empty();
    private boolean running;

    /**
     * @param found takes each message in the order of its channel, and may block; messages of
     *     servers bear their {@code guild_id}, as live ones do
     * @param longest how far back is looked; zero for not at all
     */
    CatchUp(
            PatientReader reader,
            Rooms rooms,
            Whereabouts whereabouts,
            Consumer<JsonNode> found,
            Duration longest,
            InstantSource clock) {
        this.reader = reader;
        this.rooms = rooms;
        this.whereabouts = whereabouts;
        this.found = found;
        this.longest = longest;
        this.clock = clock;
    }

    /**
     * Looks for what was said since that moment, as far back as is looked at all: now, or once more
     * after the search that is under way. Returns at once.
     */
    synchronized void since(Instant moment) {
        if (longest.isZero() || reader.isClosed()) {
            return;
        }
        wanted = Optional.of(wanted.filter(moment::isAfter).orElse(moment));
        if (!running) {
            running = true;
            Thread.ofVirtual().name("discord catch-up").start(this::run);
        }
    }

    private void run() {
        for (Optional<Instant> since = next(); since.isPresent(); since = next()) {
            try {
                look(since.get());
            } catch (RuntimeException e) {
                LOG.error("The search for missed messages failed", e);
            }
        }
    }

    private synchronized Optional<Instant> next() {
        Optional<Instant> next = wanted.filter(_ -> !reader.isClosed());
        wanted = Optional.empty();
        running = next.isPresent();
        return next;
    }

    private void look(Instant since) {
        Search search = new Search(reader, found, clock, longest, since.minus(MARGIN));
        List<Rooms.Room> wanting =
                rooms.open().stream()
                        .filter(room -> room.newest() > search.start())
                        .sorted(Comparator.comparingLong(Rooms.Room::newest).reversed())
                        .toList();
        Search.Tally tally =
                search.go(Stream.concat(wanting.stream().limit(MOST_ROOMS), direct()).toList());
        LOG.info(
                "Looked for messages since {}; channels read: {}, messages taken up: {}, channels"
                        + " not read to the end: {}",
                search.from(),
                tally.read(),
                tally.handed(),
                tally.unread() + Math.max(0, wanting.size() - MOST_ROOMS));
    }

    /** When somebody wrote there last is not known. */
    private Stream<Rooms.Room> direct() {
        try {
            return whereabouts.recent(DiscordIds.DIRECT, MOST_DIRECT).stream()
                    .map(thread -> new Rooms.Room(DiscordIds.channelOf(thread), 0, 0));
        } catch (RuntimeException e) {
            LOG.warn("Missed direct messages are not looked for: {}", e.toString());
            return Stream.empty();
        }
    }

    /** Begins no more searches, and ends the one that is under way after the message it is at. */
    @Override
    public void close() {
        reader.close();
    }
}
