package parley.discord;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Where a long text is best cut in two: between lines neither of which has white space there, else
 * between any lines, else between letters, and in the worst case anywhere but within a character.
 * Pure.
 */
final class TextCut {
    private TextCut() {}

    /**
     * The end of the first piece, in its last quarter, where that can be.
     *
     * @param from where the piece begins, with no line feed
     * @param most where it must have ended, before the end of the text
     */
    static int before(String text, int from, int most) {
        int top = beforeFeeds(text, most);
        int least = top - (top - from) / 4;
        return last(least, top, at -> betweenLines(text, at) && isClean(text, at))
                .or(() -> last(least, top, at -> betweenLines(text, at)))
                .or(() -> last(least, top, at -> isClean(text, at) && !isSplit(text, at)))
                .orElse(isSplit(text, top) ? top - 1 : top);
    }

    private static Optional<Integer> last(int least, int most, IntPredicate fits) {
        return IntStream.iterate(most, at -> at >= least, at -> at - 1)
                .filter(fits)
                .boxed()
                .findFirst();
    }

    private static int beforeFeeds(String text, int most) {
        int at = most;
        while (text.charAt(at - 1) == '\n') {
            at--;
        }
        return at;
    }

    private static boolean betweenLines(String text, int at) {
        return text.charAt(at) == '\n' && text.charAt(at - 1) != '\n';
    }

    /** Whether what stands on both sides survives a trim. */
    private static boolean isClean(String text, int at) {
        int next = at;
        while (next < text.length() && text.charAt(next) == '\n') {
            next++;
        }
        return !Character.isWhitespace(text.charAt(at - 1))
                && !Character.isWhitespace(text.charAt(next));
    }

    private static boolean isSplit(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
