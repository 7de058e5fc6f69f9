package parley.adapter;

/** The beginning of a text, cut where it does no harm. Pure. */
public final class Excerpt {
    private Excerpt() {}

    /**
     * At most so many UTF-16 units, with an ellipsis where something was left out; no character is
     * cut in two.
     */
    public static String of(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Math.max(0, longest - 1);
        boolean split = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, split ? end - 1 : end) + "…";
    }
}
