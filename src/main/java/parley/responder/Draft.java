package parley.responder;

import java.util.Optional;

/**
 * What of a half-finished Markdown text can be shown now: a prefix of it, and the line that closes
 * an open code fence. Holds back what would look different once more has come; stateless.
 */
public final class Draft {
    /** The most that is held back; a longer row or link is shown as it grows. */
    static final int LONGEST_HELD = 2_000;

    private Draft() {}

    /** The text to show while {@code text} is still growing. Takes time linear in its length. */
    public static String show(CharSequence text) {
        BlockScanner blocks = new BlockScanner(0, Optional.empty(), 0, Integer.MAX_VALUE);
        blocks.readLines(text);
        int end = safeEnd(text, 0, blocks);
        return text.subSequence(0, end) + closer(text, end, blocks);
    }

    /** Up to where the part from {@code start} on can be shown; reads the newest line only. */
    static int safeEnd(CharSequence text, int start, BlockScanner blocks) {
        int end = text.length();
        int safe = unsafeBlock(text, start, blocks);
        if (safe == end) {
            safe = InlineTail.safeEnd(text, blocks.lineStart(), blocks.fence().isPresent());
        }
        if (end - safe <= LONGEST_HELD) {
            return safe;
        }
        return InlineTail.safeEnd(text, blocks.lineStart(), true);
    }

    /** What must follow the text that is cut there, so that no fence is left open. */
    static String closer(CharSequence text, int end, BlockScanner blocks) {
        Optional<Fence> open = blocks.fence().filter(fence -> end > fence.start());
        int lineStart = blocks.lineStart();
        if (open.isEmpty()) {
            open = Fence.opening(text, Math.min(lineStart, end), end, blocks.longestFenceLine());
        } else if (end > lineStart && open.get().closedBy(text, lineStart, end)) {
            return "";
        }
        boolean midLine = end > 0 && text.charAt(end - 1) != '\n';
        return open.map(fence -> (midLine ? "\n" : "") + fence.closer()).orElse("");
    }

    private static int unsafeBlock(CharSequence text, int start, BlockScanner blocks) {
        return blocks.fence()
                .map(fence -> unsafeCode(text, start, blocks, fence))
                .orElseGet(() -> unsafeText(text, blocks));
    }

    /** A fence is shown when something is in it; its closing line when it is whole. */
    private static int unsafeCode(CharSequence text, int start, BlockScanner blocks, Fence fence) {
        int lineStart = blocks.lineStart();
        int end = text.length();
        boolean closing = lineStart < end && fence.mayBeClosedBy(text, lineStart, end);
        int safe = closing ? lineStart : end;
        boolean empty = isBlank(text, blocks.contentStart(), safe);
        return empty ? Math.max(start, fence.start()) : safe;
    }

    private static int unsafeText(CharSequence text, BlockScanner blocks) {
        int lineStart = blocks.lineStart();
        int end = text.length();
        boolean headerOnly = blocks.tableLines() == 1;
        if (headerOnly && mayBeDelimiters(text, lineStart, end)) {
            return blocks.tableStart();
        }
        boolean half =
                Fence.afterIndent(text, lineStart, end) == end
                        || BlockScanner.isRow(text, lineStart, end)
                        || mayOpenFence(text, lineStart);
        return half ? lineStart : end;
    }

    private static boolean mayBeDelimiters(CharSequence text, int from, int to) {
        for (int at = from; at < to; at++) {
            if ("|:- ".indexOf(text.charAt(at)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean mayOpenFence(CharSequence text, int lineStart) {
        int end = text.length();
        int at = Fence.afterIndent(text, lineStart, end);
        int run = Fence.markers(text, at, end);
        return (run > 0 && at + run == end)
                || Fence.opening(text, lineStart, end, LONGEST_HELD).isPresent();
    }

    private static boolean isBlank(CharSequence text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (!Character.isWhitespace(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }
}
