package parley.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import java.time.InstantSource;
import java.util.function.Consumer;
import parley.chat.Button;
import parley.chat.ChannelId;
import parley.chat.EventId;
import parley.chat.Press;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.chat.WorkspaceId;

/**
 * Slack's own Stop as a press of ours: Slack names the thread, and the answer that is being written
 * there is the one that is meant. Safe for use by many threads.
 */
final class StopPresses {
    private final WorkspaceId workspace;
    private final People people;
    private final LiveThreads live;
    private final Consumer<Press> presses;
    private final InstantSource clock;

    StopPresses(
            WorkspaceId workspace,
            People people,
            LiveThreads live,
            Consumer<Press> presses,
            InstantSource clock) {
        this.workspace = workspace;
        this.people = people;
        this.live = live;
        this.presses = presses;
        this.clock = clock;
    }

    Response handle(EventsApiPayload<AgentSessionStopped> payload, EventContext context) {
        AgentSessionStopped event = payload.getEvent();
        if (SlackIds.valid(payload.getEventId())
                && SlackIds.valid(event.channel())
                && SlackIds.valid(event.threadTs())
                && SlackIds.valid(event.user())) {
            var thread = new ThreadId(new ChannelId(workspace, event.channel()), event.threadTs());
            live.turnIn(thread)
                    .map(turn -> press(payload.getEventId(), event, thread, turn))
                    .ifPresent(presses);
        }
        return context.ack();
    }

    private Press press(String id, AgentSessionStopped event, ThreadId thread, Reference turn) {
        UserId person = new UserId(event.user());
        return new Press(
                new EventId(id),
                thread,
                people.author(person),
                people.standing(person),
                SlackTime.instant(event.eventTs()).orElseGet(clock::instant),
                Button.STOP,
                turn);
    }
}
