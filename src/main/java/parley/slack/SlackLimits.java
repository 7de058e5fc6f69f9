package parley.slack;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import parley.chat.ChannelId;
import parley.chat.Limits;
import parley.chat.MessageId;
import parley.chat.Outgoing;
import parley.chat.RateScope;
import parley.chat.Route;
import parley.chat.ThreadId;
import parley.chat.WorkspaceId;
import parley.chat.Write;

/** What Slack bears, and by which of its methods a write goes now. */
final class SlackLimits implements Limits {
    /**
     * In UTF-16 units. Slack takes 12,000 characters of Markdown in a message; a plain English text
     * of this length also stays below what a stream takes, {@link Stream#MOST_BYTES}.
     */
    static final int MESSAGE_LENGTH = 8_500;

    static final String WAY_START = "chat.startStream";
    static final String WAY_POST = "chat.postMessage";
    static final String WAY_LOOK = "conversations.replies";
    static final String WAY_APPEND = "chat.appendStream";
    static final String WAY_STOP = "chat.stopStream";
    static final String WAY_LEAVE = "chat.stopStream, chat.update";
    static final String WAY_UPDATE = "chat.update";
    static final String WAY_DELETE = "chat.delete";
    static final String WAY_END = "chat.stopStream, chat.delete";
    static final String WAY_SWEEP = "conversations.replies, chat.stopStream, chat.delete";
    static final String WAY_NONE = "none";

    private final Planner planner;

    SlackLimits(Planner planner) {
        this.planner = planner;
    }

    @Override
    public int messageLength() {
        return MESSAGE_LENGTH;
    }

    /** Messages can be changed for as long as anyone likes. */
    @Override
    public Duration growth() {
        return ChronoUnit.FOREVER.getDuration();
    }

    @Override
    public List<Route> routes(ThreadId thread, Write write) {
        ChannelId channel = thread.channel();
        WorkspaceId workspace = channel.workspace();
        return switch (planner.plan(thread, write)) {
            case Move.Start _ -> List.of(start(channel), post(channel));
            case Move.Post _ -> List.of(post(channel));
            case Move.Look _ -> List.of(look(channel));
            case Move.Append _ ->
                    List.of(new Route(WAY_APPEND, List.of(SlackBudgets.appendStream(workspace))));
            case Move.Stop _ ->
                    List.of(new Route(WAY_STOP, List.of(SlackBudgets.stopStream(workspace))));
            case Move.Leave _ -> List.of(new Route(WAY_LEAVE, leaving(workspace)));
            case Move.Update(MessageId id, Outgoing message) ->
                    List.of(new Route(WAY_UPDATE, updating(channel, id, message.settled())));
            case Move.Sweep _ -> List.of(new Route(WAY_SWEEP, sweeping(workspace)));
            case Move.Nothing _ -> List.of(new Route(WAY_NONE, List.of()));
            case Move.Remove(MessageId _, boolean streaming) ->
                    List.of(streaming ? end(workspace) : delete(workspace));
        };
    }

    /** A stream begins with a post, and where Slack refuses it there is one instead. */
    private static Route start(ChannelId channel) {
        List<RateScope> scopes = new ArrayList<>();
        scopes.add(SlackBudgets.startStream(channel.workspace()));
        scopes.addAll(posting(channel));
        return new Route(WAY_START, scopes);
    }

    private static Route post(ChannelId channel) {
        return new Route(WAY_POST, posting(channel));
    }

    private static List<RateScope> posting(ChannelId channel) {
        return List.of(SlackBudgets.post(channel), SlackBudgets.post(channel.workspace()));
    }

    /** Whatever is found, or not found, can then be mended with the same permits. */
    private static Route look(ChannelId channel) {
        List<RateScope> scopes = new ArrayList<>();
        scopes.add(SlackBudgets.replies(channel.workspace()));
        scopes.addAll(posting(channel));
        scopes.addAll(leaving(channel.workspace()));
        return new Route(WAY_LOOK, scopes);
    }

    private static List<RateScope> leaving(WorkspaceId workspace) {
        return List.of(SlackBudgets.stopStream(workspace), SlackBudgets.update(workspace));
    }

    private static List<RateScope> updating(ChannelId channel, MessageId id, boolean settled) {
        RateScope all = SlackBudgets.update(channel.workspace());
        return settled
                ? List.of(all)
                : List.of(
                        all,
                        SlackBudgets.growingUpdate(channel.workspace()),
                        SlackBudgets.growingUpdate(channel, id));
    }

    private static Route delete(WorkspaceId workspace) {
        return new Route(WAY_DELETE, List.of(SlackBudgets.delete(workspace)));
    }

    private static Route end(WorkspaceId workspace) {
        return new Route(WAY_END, ending(workspace));
    }

    private static List<RateScope> ending(WorkspaceId workspace) {
        return List.of(SlackBudgets.stopStream(workspace), SlackBudgets.delete(workspace));
    }

    private static List<RateScope> sweeping(WorkspaceId workspace) {
        List<RateScope> scopes = new ArrayList<>();
        scopes.add(SlackBudgets.replies(workspace));
        scopes.addAll(ending(workspace));
        return scopes;
    }
}
