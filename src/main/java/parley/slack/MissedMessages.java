package parley.slack;

import com.slack.api.model.ConversationType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.adapter.CatchUp;
import parley.adapter.Search;
import parley.adapter.SearchTally;
import parley.chat.Whereabouts;
import parley.chat.WorkspaceId;

/**
 * Looks in Slack's histories for what was missed: first in direct messages, then in the channels;
 * in each of them first where the bot was asked last. For one search at a time.
 */
final class MissedMessages implements CatchUp.Look {
    /** Some five minutes of reading each. */
    private static final int MOST_DIRECT = 200;

    private static final int MOST_CHANNELS = 200;

    private static final int MOST_THREADS = 500;
    private static final List<ConversationType> CHANNELS =
            List.of(
                    ConversationType.MPIM,
                    ConversationType.PRIVATE_CHANNEL,
                    ConversationType.PUBLIC_CHANNEL);

    private final PastReader reader;
    private final WorkspaceId workspace;
    private final Whereabouts whereabouts;
    private final Recall recall;
    private final Duration longest;
    private final InstantSource clock;

    MissedMessages(
            PastReader reader,
            WorkspaceId workspace,
            Whereabouts whereabouts,
            Recall recall,
            Duration longest,
            InstantSource clock) {
        this.reader = reader;
        this.workspace = workspace;
        this.whereabouts = whereabouts;
        this.recall = recall;
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    public SearchTally since(Instant moment) {
        var search =
                new Search<>(
                        new PastThreads(reader, workspace, whereabouts, recall, clock),
                        reader::isClosed,
                        clock,
                        longest,
                        moment,
                        whereabouts.knownSince());
        Rooms rooms = rooms();
        return search.go(rooms.wanted).withUnread(rooms.unwanted);
    }

    /** Where to look, in this order, and how many there are besides. */
    private record Rooms(List<String> wanted, int unwanted) {}

    private Rooms rooms() {
        Map<String, Integer> ranks = ranks();
        List<String> wanted = new ArrayList<>();
        List<String> direct = listed(List.of(ConversationType.IM), ranks);
        List<String> channels = listed(CHANNELS, ranks);
        wanted.addAll(direct.stream().limit(MOST_DIRECT).toList());
        wanted.addAll(channels.stream().limit(MOST_CHANNELS).toList());
        return new Rooms(wanted, direct.size() + channels.size() - wanted.size());
    }

    private List<String> listed(List<ConversationType> kinds, Map<String, Integer> ranks) {
        return kinds.stream()
                .flatMap(kind -> listed(kind).stream())
                .sorted(Comparator.comparing(id -> ranks.getOrDefault(id, Integer.MAX_VALUE)))
                .toList();
    }

    /**
     * A kind that Slack refuses to list is left out; which scope it lacks is in the log then.
     *
     * @throws IllegalStateException when Slack gives no answer: what was missed there is not known
     *     to be nothing
     */
    private List<String> listed(ConversationType kind) {
        return switch (reader.conversations(kind)) {
            case Outcome.Done<List<String>>(List<String> ids) -> ids;
            case Outcome.Refused<List<String>> _ -> List.of();
            case Outcome.Limited<List<String>> _ -> unlisted("it has too many questions already");
            case Outcome.Lost<List<String>>(String reason) -> unlisted(reason);
        };
    }

    private List<String> unlisted(String reason) {
        if (reader.isClosed()) {
            return List.of();
        }
        throw new IllegalStateException("Slack does not list the conversations: " + reason);
    }

    /** Conversations by when a thread began there last. */
    private Map<String, Integer> ranks() {
        Map<String, Integer> ranks = new HashMap<>();
        whereabouts
                .recent(workspace, MOST_THREADS)
                .forEach(thread -> ranks.putIfAbsent(thread.channel().value(), ranks.size()));
        return ranks;
    }
}
