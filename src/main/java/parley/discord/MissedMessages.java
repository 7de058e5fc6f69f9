package parley.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import parley.adapter.CatchUp;
import parley.adapter.Search;
import parley.adapter.SearchTally;
import parley.chat.Whereabouts;

/**
 * Looks in the channels' histories for what was missed. Direct messages come first, and are looked
 * for where there was a conversation before; Discord does not tell of others. For one search at a
 * time.
 */
final class MissedMessages implements CatchUp.Look {
    /** Some three minutes of reading. */
    private static final int MOST_ROOMS = 1_000;

    private static final int MOST_DIRECT = 200;

    private final PatientReader reader;
    private final Rooms rooms;
    private final Whereabouts whereabouts;
    private final Recall recall;
    private final Duration longest;
    private final InstantSource clock;

    MissedMessages(
            PatientReader reader,
            Rooms rooms,
            Whereabouts whereabouts,
            Recall recall,
            Duration longest,
            InstantSource clock) {
        this.reader = reader;
        this.rooms = rooms;
        this.whereabouts = whereabouts;
        this.recall = recall;
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    public SearchTally since(Instant moment) {
        var search =
                new Search<>(
                        new RoomReader(reader, whereabouts, recall, clock),
                        reader::isClosed,
                        clock,
                        longest,
                        moment,
                        whereabouts.knownSince());
        long start = RoomReader.start(search.from());
        List<Rooms.Room> wanting =
                rooms.open().stream()
                        .filter(room -> room.newest() > start)
                        .sorted(Comparator.comparingLong(Rooms.Room::newest).reversed())
                        .toList();
        Whereabouts.Used direct = direct();
        Stream<Rooms.Room> conversations =
                direct.channels().stream()
                        .map(channel -> new Rooms.Room(DiscordIds.channelOf(channel), 0, 0));
        return search.go(Stream.concat(conversations, wanting.stream().limit(MOST_ROOMS)).toList())
                .withUnread(direct.more() + Math.max(0, wanting.size() - MOST_ROOMS));
    }

    /** Those of which something was heard last: what was missed is not known. */
    private Whereabouts.Used direct() {
        return whereabouts.lastUsed(DiscordIds.DIRECT, MOST_DIRECT);
    }
}
