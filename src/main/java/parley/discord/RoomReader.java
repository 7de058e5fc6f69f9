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
import parley.adapter.CatchUp;
import parley.adapter.Finds;
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
        List<Long> known = known(room, from);
        Set<Long> seen = new HashSet<>();
        long start = start(from);
        long last = start;
        for (int page = 0; page < MOST_PAGES; page++) {
            switch (reader.after(room.channel(), last)) {
                case Outcome.Done<JsonNode>(JsonNode told) -> {
                    List<JsonNode> messages = sorted(told);
                    messages.forEach(message -> hand(message, room, finds, seen));
                    if (messages.size() < PatientReader.PAGE) {
                        forget(known, seen, Long.MAX_VALUE, room, finds);
                        return Search.Reading.WHOLE;
                    }
                    last = messages.getLast().path("id").asLong();
                }
                case Outcome.Refused<JsonNode> _ -> {
                    return last == start ? Search.Reading.REFUSED : Search.Reading.PART;
                }
                case Outcome.Limited<JsonNode> _, Outcome.Lost<JsonNode> _ -> {
                    return last == start ? Search.Reading.LOST : Search.Reading.PART;
                }
            }
        }
        forget(known, seen, last, room, finds);
        return Search.Reading.PART;
    }

    /** Oldest first. */
    private static List<JsonNode> sorted(JsonNode page) {
        List<JsonNode> messages = new ArrayList<>();
        page.forEach(messages::add);
        messages.sort(Comparator.comparingLong(message -> message.path("id").asLong()));
        return messages;
    }

    private void hand(JsonNode message, Rooms.Room room, Finds finds, Set<Long> seen) {
        long id = message.path("id").asLong();
        seen.add(id);
        if (room.guild() != 0 && message instanceof ObjectNode whole) {
            whole.put("guild_id", Long.toUnsignedString(room.guild()));
        }
        var _ =
                finds.hand(
                        DiscordIds.madeAt(id),
                        () -> recall.take(message),
                        () -> recall.decline(message));
    }

    /** Looked up before the room is read, and not what was heard just now: pages may lag behind. */
    private List<Long> known(Rooms.Room room, Instant from) {
        return whereabouts.said(room.place(), from, clock.instant().minus(CatchUp.MARGIN)).stream()
                .filter(it -> DiscordIds.isMessage(it.message()))
                .filter(it -> DiscordIds.channelOf(it.message()) == room.channel())
                .map(it -> DiscordIds.idOf(it.message()))
                .filter(id -> id > start(from))
                .toList();
    }

    private void forget(List<Long> known, Set<Long> seen, long last, Rooms.Room room, Finds finds) {
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
