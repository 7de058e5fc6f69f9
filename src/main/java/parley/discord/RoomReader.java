package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import parley.adapter.CatchUp;
import parley.adapter.Finds;
import parley.adapter.Found;
import parley.adapter.Search;
import parley.chat.Whereabouts;

/**
 * Reads one room of Discord for what was missed there: what was said, what is changed, and what is
 * gone of what the store knows. For one search.
 */
final class RoomReader implements Search.Reader<Rooms.Room> {
    /** A thousand messages of one room; whoever floods it must not hide the others. */
    private static final int MOST_PAGES = 10;

    private final PatientReader reader;
    private final Whereabouts whereabouts;
    private final Recall recall;
    private final InstantSource clock;

    RoomReader(PatientReader reader, Whereabouts whereabouts, Recall recall, InstantSource clock) {
        this.reader = reader;
        this.whereabouts = whereabouts;
        this.recall = recall;
        this.clock = clock;
    }

    /** The last id before that moment. */
    static long start(Instant from) {
        return Math.max(0, DiscordIds.firstAt(from) - 1);
    }

    @Override
    public Search.Reading read(Rooms.Room room, Instant from, Finds finds) {
        Set<Long> known = known(room, from);
        Set<Long> seen = new HashSet<>();
        // What is younger may not be in a page yet.
        long settled = DiscordIds.firstAt(clock.instant().minus(CatchUp.MARGIN)) - 1;
        long start = start(from);
        long last = start;
        for (int page = 0; page < MOST_PAGES; page++) {
            switch (reader.after(room.channel(), last)) {
                case Outcome.Done<JsonNode>(JsonNode told) -> {
                    List<JsonNode> messages = sorted(told);
                    messages.forEach(message -> hand(message, room, finds, known));
                    messages.forEach(message -> seen.add(id(message)));
                    if (messages.size() < PatientReader.PAGE) {
                        forget(known, seen, settled, room, finds);
                        return Search.Reading.WHOLE;
                    }
                    last = id(messages.getLast());
                }
                case Outcome.Refused<JsonNode> _ -> {
                    return last == start ? Search.Reading.REFUSED : Search.Reading.PART;
                }
                case Outcome.Limited<JsonNode> _, Outcome.Lost<JsonNode> _ -> {
                    return last == start ? Search.Reading.LOST : Search.Reading.PART;
                }
            }
        }
        forget(known, seen, Math.min(last, settled), room, finds);
        return Search.Reading.PART;
    }

    /** Oldest first. */
    private static List<JsonNode> sorted(JsonNode page) {
        List<JsonNode> messages = new ArrayList<>();
        page.forEach(messages::add);
        messages.sort(Comparator.comparingLong(RoomReader::id));
        return messages;
    }

    private static long id(JsonNode message) {
        return message.path("id").asLong();
    }

    private void hand(JsonNode message, Rooms.Room room, Finds finds, Set<Long> known) {
        if (room.guild() != 0 && message instanceof ObjectNode whole) {
            whole.put("guild_id", Long.toUnsignedString(room.guild()));
        }
        Found found =
                finds.hand(
                        DiscordIds.madeAt(id(message)),
                        () -> recall.take(message),
                        () -> recall.decline(message));
        if (found != Found.QUESTION && known.contains(id(message)) && !finds.closed()) {
            recall.changed(message);
        }
    }

    /** Looked up before the room is read. */
    private Set<Long> known(Rooms.Room room, Instant from) {
        return whereabouts.said(room.place(), from, clock.instant().plus(CatchUp.MARGIN)).stream()
                .filter(it -> DiscordIds.isMessage(it.message()))
                .filter(it -> DiscordIds.channelOf(it.message()) == room.channel())
                .map(it -> DiscordIds.idOf(it.message()))
                .filter(id -> id > start(from))
                .collect(Collectors.toSet());
    }

    private void forget(Set<Long> known, Set<Long> seen, long last, Rooms.Room room, Finds finds) {
        for (long id : known) {
            if (id <= last && !seen.contains(id) && !finds.closed()) {
                recall.gone(deletion(id, room));
            }
        }
    }

    private static JsonNode deletion(long id, Rooms.Room room) {
        ObjectNode deletion =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", Long.toUnsignedString(id))
                        .put("channel_id", Long.toUnsignedString(room.channel()));
        return room.guild() == 0
                ? deletion
                : deletion.put("guild_id", Long.toUnsignedString(room.guild()));
    }
}
