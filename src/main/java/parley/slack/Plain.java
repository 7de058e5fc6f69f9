package parley.slack;

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
        String line = cut(words.strip().replaceAll("\\s+", " "), LONGEST_PREVIEW);
        return Inert.of(line).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The text, or its beginning with an ellipsis; no character is cut in two. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
                + "…";
    }
}
