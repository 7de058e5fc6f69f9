package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * One search of rooms for what was said in them since a moment. Each message is handed over, those
 * of a room in order; edits are not, because a history tells of none. For one thread.
 */
final class Search {
    /** A thousand messages of one room; whoever floods it must not hide the others. */
    private static final int MOST_PAGES = 10;

    /** Rooms that Discord does not answer about, one after the other, until it is let be. */
    private static final int MOST_LOST = 3;

    private final PatientReader reader;
    private final Consumer<JsonNode> found;
    private final InstantSource clock;
    private final Duration longest;
    private final Instant from;
    private int read;
    private int handed;
    private int unread;
    private int lost;

    /**
     * @param found takes each message; what it throws ends the search
     * @param longest how old a message may be when it is handed over
     */
    Search(
            PatientReader reader,
            Consumer<JsonNode> found,
            InstantSource clock,
            Duration longest,
            Instant since) {
        this.reader = reader;
        this.found = found;
        this.clock = clock;
        this.longest = longest;
        Instant earliest = clock.instant().minus(longest);
        this.from = since.isBefore(earliest) ? earliest : since;
    }

    /** The moment from which on messages count. */
    Instant from() {
        return from;
    }

    /** The last id before that moment. */
    long start() {
        return Math.max(0, DiscordIds.firstAt(from) - 1);
    }

    /**
     * What came of it.
     *
     * @param read how many rooms were read, to the end or not
     * @param handed how many messages were handed over
     * @param unread how many rooms were not read, or not to the end
     */
    record Tally(int read, int handed, int unread) {}

    Tally go(List<Rooms.Room> rooms) {
        for (Rooms.Room room : rooms) {
            if (lost >= MOST_LOST || reader.isClosed()) {
                unread++;
            } else {
                search(room);
            }
        }
        return new Tally(read, handed, unread);
    }

    private void search(Rooms.Room room) {
        long last = start();
        for (int page = 0; page < MOST_PAGES; page++) {
            List<JsonNode> messages = page(room, last);
            messages.forEach(message -> hand(message, room));
            if (messages.size() < PatientReader.PAGE) {
                return;
            }
            last = messages.getLast().path("id").asLong();
        }
        unread++;
    }

    /** Oldest first; empty where there is none, or none can be had. */
    private List<JsonNode> page(Rooms.Room room, long last) {
        Outcome<JsonNode> outcome = reader.after(room.channel(), last);
        boolean first = last == start();
        return switch (outcome) {
            case Outcome.Done<JsonNode>(JsonNode page) -> {
                lost = 0;
                read += first ? 1 : 0;
                List<JsonNode> messages = new ArrayList<>();
                page.forEach(messages::add);
                messages.sort(Comparator.comparingLong(message -> message.path("id").asLong()));
                yield messages;
            }
            case Outcome.Refused<JsonNode> _ -> unreadable();
            case Outcome.Limited<JsonNode> _, Outcome.Lost<JsonNode> _ -> {
                lost++;
                yield unreadable();
            }
        };
    }

    private List<JsonNode> unreadable() {
        unread++;
        return List.of();
    }

    private void hand(JsonNode message, Rooms.Room room) {
        Instant made = DiscordIds.madeAt(message.path("id").asLong());
        if (reader.isClosed() || made.isBefore(clock.instant().minus(longest))) {
            return;
        }
        if (room.guild() != 0 && message instanceof ObjectNode whole) {
            whole.put("guild_id", Long.toUnsignedString(room.guild()));
        }
        found.accept(message);
        handed++;
    }
}
