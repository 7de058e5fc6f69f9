package parley.slack;

import com.slack.api.model.event.Event;

/**
 * Somebody pressed Slack's own Stop, which stands beside a thread while the bot works there.
 * Slack's client of this version does not know the event; public, and with this constant, because
 * the client looks at both.
 *
 * @see <a href="https://docs.slack.dev/reference/events/agent_session_stopped">The event</a>
 */
public final class AgentSessionStopped implements Event {
    public static final String TYPE_NAME = "agent_session_stopped";

    private static final long serialVersionUID = 1;

    private String channel = "";
    private String user = "";
    private String threadTs = "";
    private String eventTs = "";

    @Override
    public String getType() {
        return TYPE_NAME;
    }

    String channel() {
        return channel;
    }

    String user() {
        return user;
    }

    String threadTs() {
        return threadTs;
    }

    String eventTs() {
        return eventTs;
    }
}
