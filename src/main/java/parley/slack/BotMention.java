package parley.slack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a text names the bot. Slack escapes what people type, so {@code <@U…>} is always a mention.
 * Pure, and linear in the text's length: Slack waits.
 */
final class BotMention {
    private final String beginning;
    private final Pattern mention;

    BotMention(BotIdentity self) {
        beginning = "<@" + self.user().value();
        mention = Pattern.compile(Pattern.quote(beginning) + "(?:\\|[^>]*+)?>");
    }

    boolean in(String mrkdwn) {
        return mention.matcher(mrkdwn).find();
    }

    /** Without the mentions that only address the bot, before the words and after them. */
    String strip(String mrkdwn) {
        return stripAfter(stripBefore(trim(mrkdwn)));
    }

    private String stripBefore(String text) {
        String rest = text;
        for (Matcher at = mention.matcher(rest); at.lookingAt(); at = mention.matcher(rest)) {
            String after = rest.substring(at.end());
            boolean mark = after.startsWith(",") || after.startsWith(":");
            rest = trim(mark ? after.substring(1) : after);
        }
        return rest;
    }

    private String stripAfter(String text) {
        String rest = text;
        for (int at = rest.lastIndexOf(beginning);
                at >= 0 && mention.matcher(rest.substring(at)).matches();
                at = rest.lastIndexOf(beginning)) {
            rest = trim(rest.substring(0, at));
        }
        return rest;
    }

    /** Spaces that do not break count too: pasted mentions bring them along. */
    private static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && blank(text.charAt(from))) {
            from++;
        }
        while (to > from && blank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean blank(char sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
    }
}
