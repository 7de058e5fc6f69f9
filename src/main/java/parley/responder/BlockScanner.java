package parley.responder;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Knows which fence or table the newest line of a growing text stands in. Reads every line once.
 * Not thread-safe.
 */
final class BlockScanner {
    private final int longestFenceLine;
    private int lineStart;
    private int searched;
    private @Nullable Fence fence;
    private int contentStart;
    private int closedAt;
    private int tableStart;
    private int tableLines;

    /**
     * @param start where it begins to read
     * @param open the fence that is open there
     * @param rowsBefore how many rows of an unfinished table stand before it
     */
    BlockScanner(int start, Optional<Fence> open, int rowsBefore, int longestFenceLine) {
        this.longestFenceLine = longestFenceLine;
        this.lineStart = start;
        this.searched = start;
        this.fence = open.orElse(null);
        this.contentStart = start;
        this.closedAt = start;
        this.tableStart = start;
        this.tableLines = rowsBefore;
    }

    /** The end of the newest line, its line feed included; negative while it is unfinished. */
    int lineEnd(CharSequence text) {
        for (int at = searched; at < text.length(); at++) {
            if (text.charAt(at) == '\n') {
                searched = at;
                return at + 1;
            }
        }
        searched = text.length();
        return -1;
    }

    /** Goes on behind the newest line, which ends there. */
    void consume(CharSequence text, int lineEnd) {
        int to = lineEnd - 1;
        if (fence != null) {
            if (fence.closedBy(text, lineStart, to)) {
                fence = null;
                closedAt = lineEnd;
            }
        } else {
            fence = Fence.opening(text, lineStart, to, longestFenceLine).orElse(null);
            contentStart = lineEnd;
            countRow(text, to);
        }
        lineStart = lineEnd;
        searched = lineEnd;
    }

    private void countRow(CharSequence text, int to) {
        if (!isRow(text, lineStart, to)) {
            tableLines = 0;
            return;
        }
        if (tableLines == 0) {
            tableStart = lineStart;
        }
        tableLines++;
    }

    /** Reads all finished lines. */
    void readLines(CharSequence text) {
        for (int end = lineEnd(text); end >= 0; end = lineEnd(text)) {
            consume(text, end);
        }
    }

    /** Whether a table row begins there. */
    static boolean isRow(CharSequence text, int from, int to) {
        int at = Fence.afterIndent(text, from, to);
        return at < to && text.charAt(at) == '|';
    }

    /** Where the newest line begins. */
    int lineStart() {
        return lineStart;
    }

    /** The fence that is open where the newest line begins. */
    Optional<Fence> fence() {
        return Optional.ofNullable(fence);
    }

    /** Where the first line inside the open fence begins. */
    int contentStart() {
        return contentStart;
    }

    /** The end of the last fence that was closed, or where reading began. */
    int closedAt() {
        return closedAt;
    }

    /** Where the table began whose rows stand directly before the newest line. */
    int tableStart() {
        return tableStart;
    }

    /** How many finished rows stand directly before the newest line. */
    int tableLines() {
        return tableLines;
    }

    int longestFenceLine() {
        return longestFenceLine;
    }
}
