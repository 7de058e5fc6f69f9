package parley.responder;

import java.util.function.IntPredicate;

/**
 * Finds the best place to cut a part that has become too long: before a fence or a table that
 * begins in its last third, else behind a paragraph, line, sentence or word there, else at the last
 * character that fits. Looks at nothing behind the first character that does not fit.
 */
final class CutFinder {
    private static final int LONGEST_CLUSTER = 16;
    private static final String SENTENCE_ENDS = ".!?…:;";
    private static final String FULL_WIDTH_ENDS = "。！？";
    private static final String BLOCK_STARTS = "`~|";
    private static final char JOINER = '\u200d';

    private final CharSequence text;
    private final int start;
    private final int overflow;
    private final int last;
    private final BlockScanner blocks;
    private final int lineStart;
    private final int floor;

    /**
     * @param overflow the first end that does not fit
     */
    CutFinder(CharSequence text, int start, int overflow, BlockScanner blocks) {
        this.text = text;
        this.start = start;
        this.overflow = overflow;
        this.last = overflow - 1;
        this.blocks = blocks;
        this.lineStart = blocks.lineStart();
        boolean inFence = blocks.fence().isPresent();
        this.floor = Math.max(start, inFence ? blocks.contentStart() : blocks.closedAt() - 1) + 1;
    }

    /** The cut: behind {@code start}, at most {@code overflow - 1}. */
    int find() {
        if (lineStart > start && mayOpenFence()) {
            return lineStart;
        }
        int block = blockStart();
        return block >= lowest() ? block : inText();
    }

    /**
     * Up to where the part stays whatever comes behind {@code overflow}: no later cut is before
     * that. A later cut looks for the same things in a window that ends, and begins, further on, so
     * it is behind the best place of now; but a block that is not over yet may be what it goes
     * before.
     */
    int earliestLater() {
        int earliest = inText();
        if (lineStart > start && (mayOpenFence() || closesNext())) {
            earliest = Math.min(earliest, lineStart);
        }
        boolean tableMayGoOn =
                blocks.tableLines() > 0
                        && blocks.fence().isEmpty()
                        && Fence.afterIndent(text, lineStart, overflow) == overflow;
        int block = tableMayGoOn ? blocks.tableStart() : blockStart();
        return block >= lowest() ? Math.min(earliest, block) : earliest;
    }

    /** Where the last third begins. */
    private int lowest() {
        return start + Math.max(1, (last - start) * 2 / 3);
    }

    private int inText() {
        int lowest = Math.max(lowest(), floor);
        int cut = search(lowest, this::isParagraph);
        cut = cut > 0 ? cut : search(lowest, this::isLine);
        cut = cut > 0 ? cut : search(lowest, this::isSentence);
        cut = cut > 0 ? cut : search(lowest, this::isWord);
        return cut > 0 ? cut : hard();
    }

    private boolean mayOpenFence() {
        if (blocks.fence().isPresent() || overflow - lineStart > blocks.longestFenceLine()) {
            return false;
        }
        int at = Fence.afterIndent(text, lineStart, overflow);
        int run = Fence.markers(text, at, overflow);
        return run >= Fence.SHORTEST_RUN || (run > 0 && at + run == overflow);
    }

    /** Where the fence or table begins that the cut would go through; negative when none does. */
    private int blockStart() {
        if (blocks.fence().isPresent()) {
            return blocks.fence().get().start();
        }
        if (!BlockScanner.isRow(text, lineStart, overflow)) {
            return -1;
        }
        return blocks.tableLines() > 0 ? blocks.tableStart() : lineStart;
    }

    private int search(int lowest, IntPredicate good) {
        for (int cut = last; cut >= lowest && cut > start; cut--) {
            if (good.test(cut)) {
                return cut;
            }
        }
        return -1;
    }

    private boolean isParagraph(int cut) {
        return isLine(cut) && cut - start >= 2 && text.charAt(cut - 2) == '\n';
    }

    private boolean isLine(int cut) {
        return text.charAt(cut - 1) == '\n' && !(cut == lineStart && closesNext());
    }

    /**
     * Whether the newest line may close the fence: the next message would begin with an empty one.
     */
    private boolean closesNext() {
        return blocks.fence()
                .filter(fence -> fence.mayBeClosedBy(text, lineStart, overflow))
                .isPresent();
    }

    private boolean isSentence(int cut) {
        if (!inLine(cut)) {
            return false;
        }
        boolean wide = FULL_WIDTH_ENDS.indexOf(text.charAt(cut - 1)) >= 0;
        return wide
                || (isSpace(cut - 1)
                        && cut - start >= 2
                        && SENTENCE_ENDS.indexOf(text.charAt(cut - 2)) >= 0);
    }

    private boolean isWord(int cut) {
        return isSpace(cut - 1) && inLine(cut);
    }

    private boolean isSpace(int at) {
        return text.charAt(at) == ' ' || text.charAt(at) == '\t';
    }

    /** A fence or a row must not come to stand at a line's start by being cut off, nor be cut. */
    private boolean inLine(int cut) {
        return BLOCK_STARTS.indexOf(text.charAt(cut)) < 0
                && !isSpace(cut)
                && !(cut > lineStart && closesNext());
    }

    private int hard() {
        if (lineStart > start && closesNext()) {
            return lineStart;
        }
        int cut = last;
        int lowest = Math.min(last, Math.max(floor, last - LONGEST_CLUSTER));
        while (cut > lowest && !(isWhole(cut) && BLOCK_STARTS.indexOf(text.charAt(cut)) < 0)) {
            cut--;
        }
        return isWhole(cut) ? cut : wholeCharacter();
    }

    private int wholeCharacter() {
        boolean pair = Character.isLowSurrogate(text.charAt(last));
        return pair && last - 1 >= floor ? last - 1 : last;
    }

    /** Whether no visible character goes on there, as far as that can be seen cheaply. */
    private boolean isWhole(int cut) {
        char next = text.charAt(cut);
        boolean mark =
                switch (Character.getType(next)) {
                    case Character.NON_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.COMBINING_SPACING_MARK ->
                            true;
                    default -> next == JOINER;
                };
        return !mark && !Character.isLowSurrogate(next) && text.charAt(cut - 1) != JOINER;
    }
}
