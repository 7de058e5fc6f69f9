package parley.store;

import java.util.Locale;

/** Half pairs in UTF-16 text, which no UTF-8 column can hold. */
final class Surrogates {
    private Surrogates() {}

    /** Writes them as JSON escapes, so that the JSON reads back as the very same text. */
    static String escapeLone(String json) {
        int first = nextLone(json, 0);
        if (first < 0) {
            return json;
        }
        var escaped = new StringBuilder(json.length() + 16);
        int from = 0;
        for (int at = first; at >= 0; at = nextLone(json, from)) {
            escaped.append(json, from, at)
                    .append(String.format(Locale.ROOT, "\\u%04x", (int) json.charAt(at)));
            from = at + 1;
        }
        return escaped.append(json, from, json.length()).toString();
    }

    private static int nextLone(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            if (!Character.isSurrogate(text.charAt(at))) {
                continue;
            }
            if (!Character.isSupplementaryCodePoint(text.codePointAt(at))) {
                return at;
            }
            at++;
        }
        return -1;
    }
}
