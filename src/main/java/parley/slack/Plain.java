package parley.slack;

import parley.adapter.Excerpt;
import parley.chat.Outgoing;

/** Short plain words: for notifications and screen readers, and for lines of Parley's own. */
final class Plain {
    private static final int LONGEST_PREVIEW = 150;

    private Plain() {}

    /**
     * The beginning of the message as Slack's {@code text}: escaped as
     * https://docs.slack.dev/messaging/formatting-message-text asks, so that nothing in it is
     * alive.
     */
    static String preview(Outgoing message) {
        String words = message.text().isBlank() ? message.note().orElse("") : message.text();
        String line = Excerpt.of(words.strip().replaceAll("\\s+", " "), LONGEST_PREVIEW);
        return Mrkdwn.escape(Inert.of(line));
    }
}
