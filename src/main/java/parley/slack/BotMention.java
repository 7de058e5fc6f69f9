package parley.slack;

import java.util.regex.Pattern;

/**
 * Where a text names the bot. Slack escapes what people type, so {@code <@U…>} is always a mention.
 * Pure.
 */
final class BotMention {
    private final Pattern anywhere;
    private final Pattern before;
    private final Pattern after;

    BotMention(BotIdentity self) {
        String mention = "<@" + Pattern.quote(self.user().value()) + "(?:\\|[^>]*)?>";
        anywhere = Pattern.compile(mention);
        before = Pattern.compile("^(?:\\s*" + mention + "[,:]?)+\\s*");
        after = Pattern.compile("(?:\\s*" + mention + ")+\\s*$");
    }

    boolean in(String mrkdwn) {
        return anywhere.matcher(mrkdwn).find();
    }

    /** Without the mentions that only address the bot, before the words and after them. */
    String strip(String mrkdwn) {
        String rest = before.matcher(mrkdwn).replaceFirst("");
        return after.matcher(rest).replaceFirst("").strip();
    }
}
