package parley.adapter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a text names the bot, on platforms that write a mention as {@code <...>} and escape what
 * people type. Pure, and linear in the text's length: platforms wait.
 */
public final class BotMention {
    private static final char BEGINNING = '<';
    private static final String MARKS = ",:";

    private final Pattern mention;

    /**
     * @param mention one mention, from its {@code <} to its {@code >}
     */
    public BotMention(Pattern mention) {
        this.mention = mention;
    }

    public boolean in(String text) {
        return mention.matcher(text).find();
    }

    /** Without the mentions that only address the bot, before the words and after them. */
    public String strip(String text) {
        Matcher at = mention.matcher(text);
        int from = first(text, 0, text.length());
        int to = last(text, from, text.length());
        while (at.region(from, to).lookingAt()) {
            boolean mark = at.end() < to && MARKS.indexOf(text.charAt(at.end())) >= 0;
            from = first(text, mark ? at.end() + 1 : at.end(), to);
        }
        int sign = text.lastIndexOf(BEGINNING, to - 1);
        while (sign >= from && at.region(sign, to).matches()) {
            to = last(text, from, sign);
            sign = text.lastIndexOf(BEGINNING, to - 1);
        }
        return text.substring(from, to);
    }

    /** Spaces that do not break count too: pasted mentions bring them along. */
    private static int first(String text, int from, int to) {
        int at = from;
        while (at < to && blank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int last(String text, int from, int to) {
        int at = to;
        while (at > from && blank(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static boolean blank(char sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
    }
}
