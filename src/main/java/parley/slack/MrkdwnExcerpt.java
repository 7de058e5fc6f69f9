package parley.slack;

import parley.adapter.Excerpt;

/**
 * The beginning of a mrkdwn text, in which a reference or an escaped character that was cut in two
 * would show. Pure.
 */
final class MrkdwnExcerpt {
    private MrkdwnExcerpt() {}

    /** At most so many UTF-16 units, with an ellipsis where something was left out. */
    static String of(String mrkdwn, int longest) {
        String cut = Excerpt.of(mrkdwn, longest);
        if (cut.length() == mrkdwn.length()) {
            return cut;
        }
        int open = Math.max(unclosed(cut, '<', '>'), unclosed(cut, '&', ';'));
        return open < 0 ? cut : cut.substring(0, open) + "…";
    }

    private static int unclosed(String text, char opens, char closes) {
        int open = text.lastIndexOf(opens);
        return open > text.lastIndexOf(closes) ? open : -1;
    }
}
