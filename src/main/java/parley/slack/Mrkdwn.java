package parley.slack;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Slack's message text as the model should read it: links as Markdown, names in place of ids, and
 * the three escaped characters back. Its {@code *bold*}, {@code _italic_} and {@code ~strike~} stay
 * as they are: the model reads them well, and no rewriting can tell them from what somebody meant
 * literally. Code is told apart first; in it, only what Slack itself put there is undone. Pure.
 *
 * @see <a href="https://docs.slack.dev/messaging/formatting-message-text">Formatting text</a>
 */
final class Mrkdwn {
    /** A piece of code, a reference, or an escaped character; the first that begins wins. */
    private static final Pattern SPECIAL =
            Pattern.compile(
                    "(?<code>(?s:```.+?```)|`[^`\\n]++`)"
                            + "|<(?<reference>[^<>\\n]++)>"
                            + "|(?<escape>&(?:amp|lt|gt);)");

    /** What stands in code when its own marks are not looked for. */
    private static final Pattern IN_CODE =
            Pattern.compile("<(?<reference>[^<>\\n]++)>|(?<escape>&(?:amp|lt|gt);)");

    private static final Pattern ESCAPE = Pattern.compile("&(?:amp|lt|gt);");

    private Mrkdwn() {}

    /** Each escaped character comes back once: what somebody typed as {@code &lt;} stays that. */
    static String toMarkdown(String mrkdwn, Names names) {
        return SPECIAL.matcher(mrkdwn)
                .replaceAll(found -> Matcher.quoteReplacement(read(found, names)));
    }

    private static String read(MatchResult found, Names names) {
        String code = found.group("code");
        if (code != null) {
            return code(code, names);
        }
        String reference = found.group("reference");
        return reference != null
                ? TextReference.parse(reference).inText(names)
                : unescape(found.group());
    }

    private static String code(String code, Names names) {
        return IN_CODE.matcher(code)
                .replaceAll(found -> Matcher.quoteReplacement(readInCode(found, names)));
    }

    private static String readInCode(MatchResult found, Names names) {
        String reference = found.group("reference");
        return reference != null
                ? TextReference.parse(reference).inCode(names)
                : unescape(found.group());
    }

    static String unescape(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(escape ->
                        switch (escape.group()) {
                            case "&lt;" -> "<";
                            case "&gt;" -> ">";
                            default -> "&";
                        });
    }

    /** Plain words as mrkdwn that reads the same. */
    static String escape(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
