package parley.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import parley.adapter.CatchUp;
import parley.adapter.Search;
import parley.adapter.SearchTally;
import parley.chat.MessageId;
import parley.chat.Platform;
import parley.chat.Whereabouts;

/**
 * Looks in the channels' histories for what was missed. Direct messages come first, and are looked
 * for where there was a conversation before; Discord does not tell of others. Then come channels
 * and threads, those whose newest message the store does not know in turn with the others, so that
 * a search that is cut off again and again still finds what people wait for. For one search at a
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
        List<Rooms.Room> wanting = wanting(RoomReader.start(search.from()));
        Whereabouts.Used direct = direct();
        Stream<Rooms.Room> conversations =
                direct.channels().stream()
                        .map(channel -> new Rooms.Room(DiscordIds.channelOf(channel), 0, 0));
        return search.go(Stream.concat(conversations, wanting.stream().limit(MOST_ROOMS)).toList())
                .withUnread(direct.more() + Math.max(0, wanting.size() - MOST_ROOMS));
    }

    private List<Rooms.Room> wanting(long start) {
        List<Rooms.Room> known = new ArrayList<>();
        List<Rooms.Room> unknown = new ArrayList<>();
        rooms.open().stream()
                .filter(room -> room.newest() > start)
                .sorted(Comparator.comparingLong(Rooms.Room::newest).reversed())
                .forEach(room -> (isNewestKnown(room) ? known : unknown).add(room));
        return alternately(unknown.iterator(), known.iterator());
    }

    private static List<Rooms.Room> alternately(
            Iterator<Rooms.Room> first, Iterator<Rooms.Room> second) {
        List<Rooms.Room> all = new ArrayList<>();
        while (first.hasNext() || second.hasNext()) {
            if (first.hasNext()) {
                all.add(first.next());
            }
            if (second.hasNext()) {
                all.add(second.next());
            }
        }
        return all;
    }

    /**
     * What the store does not know may have been missed; where it knows the last word, something
     * may lack before that.
     */
    private boolean isNewestKnown(Rooms.Room room) {
        MessageId newest = DiscordIds.message(room.channel(), room.newest());
        return whereabouts
                .threadOf(Platform.DISCORD, newest)
                .or(() ->
                        whereabouts.threadOf(Platform.DISCORD, Conversations.event(room.newest())))
                .isPresent();
    }

    /** Those of which something was heard last: what was missed is not known. */
    private Whereabouts.Used direct() {
        return whereabouts.lastUsed(DiscordIds.DIRECT, MOST_DIRECT);
    }
}
