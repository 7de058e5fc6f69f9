package parley.slack;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import parley.adapter.CatchUp;
import parley.adapter.Finds;
import parley.adapter.Search;
import parley.chat.ChannelId;
import parley.chat.Whereabouts;
import parley.chat.WorkspaceId;

/** Reads one conversation of Slack's after the other for what was missed there. For one search. */
final class PastThreads implements Search.Reader<String> {
    /** What was asked by a window stands there as the bot's own line, or nowhere. */
    private static final String BY_WINDOW = "ask.";

    private final PastReader reader;
    private final WorkspaceId workspace;
    private final Whereabouts whereabouts;
    private final Recall recall;
    private final InstantSource clock;

    PastThreads(
            PastReader reader,
            WorkspaceId workspace,
            Whereabouts whereabouts,
            Recall recall,
            InstantSource clock) {
        this.reader = reader;
        this.workspace = workspace;
        this.whereabouts = whereabouts;
        this.recall = recall;
        this.clock = clock;
    }

    @Override
    public Search.Reading read(String channel, Instant from, Finds finds) {
        ChannelId place = new ChannelId(workspace, channel);
        Instant now = clock.instant();
        var room = new PastRoom(reader, recall, finds, channel, from, now, known(place, from, now));
        Instant earliest = from.minus(PastRoom.OLDEST_ROOT);
        return room.read(most -> whereabouts.alive(place, earliest, most));
    }

    /** Looked up before anything is read. */
    private List<Whereabouts.Known> known(ChannelId place, Instant from, Instant now) {
        return whereabouts.said(place, from, now.plus(CatchUp.MARGIN)).stream()
                .filter(it -> SlackTime.instant(it.message().value()).isPresent())
                .filter(it -> it.message().value().compareTo(SlackTime.of(from)) > 0)
                .filter(it -> it.event().filter(id -> id.value().startsWith(BY_WINDOW)).isEmpty())
                .toList();
    }
}
