package parley.slack;

/** The beginning of a text, cut where it does no harm. Pure. */
final class Excerpt {
    private Excerpt() {}

    /** At most so many UTF-16 units, with an ellipsis where something was left out. */
    static String of(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Math.max(0, longest - 1);
        boolean split = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, split ? end - 1 : end) + "…";
    }

    /** The same for mrkdwn, in which a reference or an escaped character cut in two would show. */
    static String ofMrkdwn(String mrkdwn, int longest) {
        String cut = of(mrkdwn, longest);
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
