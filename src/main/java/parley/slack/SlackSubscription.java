package parley.slack;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The events that the app must be sent; {@code deploy/slack-manifest.yaml} subscribes to them. */
enum SlackSubscription {
    AGENT_SESSION_STOPPED("agent_session_stopped", "Slack's own Stop button"),
    APP_HOME_OPENED("app_home_opened", "the Home tab and suggested questions"),
    APP_MENTION("app_mention", "mentions"),
    MESSAGE_CHANNELS("message.channels", "follow-ups and edits in public channels"),
    MESSAGE_GROUPS("message.groups", "follow-ups and edits in private channels"),
    MESSAGE_IM("message.im", "direct messages"),
    MESSAGE_MPIM("message.mpim", "follow-ups and edits in group messages");

    private final String label;
    private final String purpose;

    SlackSubscription(String label, String purpose) {
        this.label = label;
        this.purpose = purpose;
    }

    /** As Slack writes it. */
    String label() {
        return label;
    }

    @Override
    public String toString() {
        return label + " (" + purpose + ")";
    }

    /** Those that are not among the subscribed. */
    static List<SlackSubscription> missing(Set<String> subscribed) {
        return Stream.of(values()).filter(event -> !subscribed.contains(event.label)).toList();
    }
}
