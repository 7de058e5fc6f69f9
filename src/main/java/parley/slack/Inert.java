package parley.slack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a model's text ping nobody: an invisible word joiner behind the sign that would begin a
 * mention, and nothing else changed, so that the text reads and copies as it was written. Stateless.
 *
 * <p>Slack parses {@code <!here>} and its like in Markdown as well, in the middle of code too, and
 * does not say what it does with their entities; all of that counts as live. So does a bare {@code
 * @here}, which only some of Slack's ways of writing expand.
 */
final class Inert {
    /** U+2060, which nobody sees and no line breaks at. */
    static final char JOINER = '\u2060';

    private static final String LESS = sign("<", "lt", "60", "3c");
    private static final String AT = sign("@", "commat", "64", "40");
    private static final String BANG = sign("!", "excl", "33", "21");
    private static final String HASH = sign("#", "num", "35", "23");
    private static final String EVERYBODY = "channel|here|everyone";

    /** What must not follow directly on the sign, each form as Slack documents it. */
    private static final Pattern LIVE =
            Pattern.compile(
                    LESS
                            + "(?=\\\\?(?:"
                            + (BANG + "(?:" + EVERYBODY + "|group|subteam|date)|")
                            + (AT + "[uwb][a-z0-9]|")
                            + (HASH + "[cg][a-z0-9]{0,12}[0-9]))")
                            + ("|(?<![a-z0-9_])" + AT)
                            + ("(?=(?:" + EVERYBODY + ")(?![a-z0-9_]))"),
                    Pattern.CASE_INSENSITIVE);

    /** No form is longer; what stands further from the end is decided. */
    private static final int LONGEST = 80;

    private Inert() {}

    /** The sign itself, or an entity of it, written out as often as Markdown could decode it. */
    private static String sign(String plain, String name, String decimal, String hex) {
        return "(?:%s|&(?:amp;){0,3}(?:%s|#0{0,5}%s|#x0{0,4}%s);)"
                .formatted(plain, name, decimal, hex);
    }

    /** The whole text, harmless. Doing it twice changes nothing more. */
    static String of(String text) {
        return joined(text, text.length());
    }

    /**
     * The text that is still growing, harmless, without an end that might become a mention: what
     * this returns is a prefix of what it and {@link #of} return for every longer text.
     */
    static String growing(String text) {
        return joined(text, decided(text));
    }

    private static String joined(String text, int end) {
        StringBuilder harmless = new StringBuilder(end + 16);
        Matcher live = LIVE.matcher(text);
        int from = 0;
        while (live.find() && live.end() <= end) {
            harmless.append(text, from, live.end()).append(JOINER);
            from = live.end();
        }
        return harmless.append(text, from, end).toString();
    }

    /** Up to where more text changes nothing. */
    private static int decided(String text) {
        int end = text.length();
        Matcher matcher = LIVE.matcher(text).useTransparentBounds(true);
        for (int at = Math.max(0, end - LONGEST); at < end; at++) {
            if ("<@&".indexOf(text.charAt(at)) >= 0) {
                matcher.region(at, end).lookingAt();
                if (matcher.hitEnd()) {
                    return at;
                }
            }
        }
        return end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }
}
