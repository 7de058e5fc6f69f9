package parley.responder;

import java.util.Optional;

/**
 * A code fence that is open; immutable.
 *
 * @param run how many markers opened it; at least as many close it
 * @param language the first word behind the markers, or empty
 * @param start where its opening line begins, negative when that was in an earlier part
 */
record Fence(char marker, int run, String language, int start) {
    static final int SHORTEST_RUN = 3;
    private static final int DEEPEST_INDENT = 3;

    /**
     * The fence that the line {@code from..to} (without its line end) opens.
     *
     * @param longest a longer line counts as text: it could not be repeated in every message
     */
    static Optional<Fence> opening(CharSequence text, int from, int to, int longest) {
        int at = afterIndent(text, from, to);
        int run = markers(text, at, to);
        if (run < SHORTEST_RUN || to - at > longest) {
            return Optional.empty();
        }
        String info = text.subSequence(at + run, to).toString().strip();
        char marker = text.charAt(at);
        if (marker == '`' && info.indexOf('`') >= 0) {
            return Optional.empty();
        }
        int space = 0;
        while (space < info.length() && !Character.isWhitespace(info.charAt(space))) {
            space++;
        }
        return Optional.of(new Fence(marker, run, info.substring(0, space), from));
    }

    /** How many equal fence markers stand there; 0 when none does. */
    static int markers(CharSequence text, int at, int to) {
        if (at >= to || !isMarker(text.charAt(at))) {
            return 0;
        }
        int end = at + 1;
        while (end < to && text.charAt(end) == text.charAt(at)) {
            end++;
        }
        return end - at;
    }

    static boolean isMarker(char c) {
        return c == '`' || c == '~';
    }

    /** The first place behind at most three spaces. */
    static int afterIndent(CharSequence text, int from, int to) {
        int at = from;
        while (at < to && at - from < DEEPEST_INDENT && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    /** Whether the line {@code from..to} closes this fence. */
    boolean closedBy(CharSequence text, int from, int to) {
        int at = afterIndent(text, from, to);
        int count = markers(text, at, to);
        return count >= run
                && text.charAt(at) == marker
                && text.subSequence(at + count, to).toString().isBlank();
    }

    /** Whether a line that begins like {@code from..to} may still turn out to close this fence. */
    boolean mayBeClosedBy(CharSequence text, int from, int to) {
        int at = afterIndent(text, from, to);
        if (at == to) {
            return true;
        }
        int count = markers(text, at, to);
        boolean onlyMarkers = at + count == to;
        return count > 0 && text.charAt(at) == marker && (onlyMarkers || closedBy(text, from, to));
    }

    /** The line that closes it. */
    String closer() {
        return String.valueOf(marker).repeat(run);
    }

    /** The line, with its end, that opens it again in the next message. */
    String reopener() {
        return closer() + language + "\n";
    }

    /** The same fence, seen from a later message. */
    Fence carried() {
        return new Fence(marker, run, language, -1);
    }
}
