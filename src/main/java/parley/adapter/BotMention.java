package parley.adapter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a text names the bot, on platforms that write a mention as {@code <...>} and escape what
 * people type. Pure, and linear in the text's length: platforms wait.
 */
public final class BotMention {
    private static final char BEGINNING = '<';

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
        return stripAfter(stripBefore(trim(text)));
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
        for (int at = rest.lastIndexOf(BEGINNING);
                at >= 0 && mention.matcher(rest.substring(at)).matches();
                at = rest.lastIndexOf(BEGINNING)) {
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
