package parley.discord;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of a form in several inputs, and whole again. It is cut between lines, and each input's
 * custom id says how many line feeds stood before it: a text that nobody changed comes back as it
 * was, also should somebody's client trim what it sends. Pure.
 *
 * <p>Discord does not trim: <a
 * href="https://github.com/discord/discord-api-docs/issues/4480">discord-api-docs, issue 4480</a>.
 */
final class LongText {
    private static final Pattern ID =
            Pattern.compile("([a-z]{1,20})\\.(\\d{1,2})\\.(\\d{1,4})\\.(\\d{1,4})");

    /** As many as an id can say. */
    private static final int MOST_FEEDS = 9_999;

    private LongText() {}

    /**
     * One input.
     *
     * @param number among those of the field, from 0
     * @param before how many line feeds stand before its text
     * @param after how many stand at the end of the whole text
     */
    record Part(String key, int number, int before, int after, String text) {
        String customId() {
            return key + "." + number + "." + before + "." + after;
        }

        /** One more input, empty, behind this one. */
        Part next() {
            return new Part(key, number + 1, 1, after, "");
        }

        /** What was sent for an input; empty for an id that is not ours. */
        static Optional<Part> read(String customId, String sent) {
            Matcher match = ID.matcher(customId);
            return match.matches()
                    ? Optional.of(
                            new Part(
                                    match.group(1),
                                    Integer.parseInt(match.group(2)),
                                    Integer.parseInt(match.group(3)),
                                    Integer.parseInt(match.group(4)),
                                    sent.replace("\r\n", "\n").replace('\r', '\n')))
                    : Optional.empty();
        }
    }

    /** At least one part, each of at most so many UTF-16 units. */
    static List<Part> cut(String key, String text, int most) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        int after = feeds(text.length() - end);
        List<Part> parts = new ArrayList<>();
        int last = 0;
        int from = afterFeeds(text, 0, end);
        do {
            int to = end - from <= most ? end : TextCut.before(text, from, from + most);
            parts.add(
                    new Part(
                            key,
                            parts.size(),
                            feeds(from - last),
                            after,
                            text.substring(from, to)));
            last = to;
            from = afterFeeds(text, to, end);
        } while (from < end);
        return parts;
    }

    private static int feeds(int count) {
        return Math.min(count, MOST_FEEDS);
    }

    private static int afterFeeds(String text, int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) == '\n') {
            at++;
        }
        return at;
    }

    /** The text of one field's parts; one that was emptied leaves no lines behind. */
    static String join(List<Part> parts) {
        StringBuilder text = new StringBuilder();
        int after = 0;
        for (Part part : parts.stream().sorted(Comparator.comparingInt(Part::number)).toList()) {
            if (!part.text().isEmpty()) {
                boolean apart = part.number() == 0 || !text.isEmpty();
                text.append("\n".repeat(apart ? part.before() : 0)).append(part.text());
                after = part.after();
            }
        }
        return text.append("\n".repeat(after)).toString();
    }
}
