package parley.responder;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads one part of a growing text until it is as long as a message may be, and says where to cut.
 * Every prefix of a part that was not cut fits into one message, closers included, so that a cut
 * depends on nothing behind the first character that did not fit: parts once cut never change. Not
 * thread-safe.
 */
final class PartCursor {
    private final int messageLength;
    private final int start;
    private final String reopener;
    private final BlockScanner blocks;
    private int drafted;
    private int stable;

    private PartCursor(int messageLength, int start, Optional<Fence> open, int rowsBefore) {
        this.messageLength = messageLength;
        this.start = start;
        this.reopener = open.map(Fence::reopener).orElse("");
        this.drafted = start;
        this.stable = start;
        this.blocks = new BlockScanner(start, open, rowsBefore, messageLength / 4);
    }

    static PartCursor first(int messageLength) {
        return new PartCursor(messageLength, 0, Optional.empty(), 0);
    }

    /** Reads what is new, and finds the cut once the part does not fit any more. */
    OptionalInt cut(CharSequence text) {
        while (true) {
            int lineEnd = blocks.lineEnd(text);
            int overflow = overflow(text, lineEnd < 0 ? text.length() : lineEnd);
            if (overflow >= 0) {
                return OptionalInt.of(new CutFinder(text, start, overflow, blocks).find());
            }
            if (lineEnd < 0) {
                return OptionalInt.empty();
            }
            blocks.consume(text, lineEnd);
        }
    }

    /** The first end in the newest line, up to {@code to}, that does not fit; negative if none. */
    private int overflow(CharSequence text, int to) {
        int lineStart = blocks.lineStart();
        int limit = start + messageLength - reopener.length();
        if (blocks.fence().isPresent()) {
            int behind = limit - room(blocks.fence().get().run()) + 1;
            return behind <= to ? Math.max(behind, lineStart + 1) : -1;
        }
        int at = Fence.afterIndent(text, lineStart, to);
        int run = Fence.markers(text, at, to);
        return behindMarkers(limit, at, run, to);
    }

    /** As {@link #overflow}, in a line that may open a fence: its closing line must fit as well. */
    private int behindMarkers(int limit, int at, int run, int to) {
        int counted = Math.min(run, blocks.longestFenceLine());
        for (int markers = 0; markers <= counted; markers++) {
            int needed = markers < Fence.SHORTEST_RUN ? 0 : room(markers);
            if (at + markers + needed > limit) {
                return Math.min(at + markers, limit + 1);
            }
        }
        boolean fence = run >= Fence.SHORTEST_RUN && run == counted;
        int behind = Math.max(limit - (fence ? room(run) : 0), at + counted) + 1;
        return behind <= to ? behind : -1;
    }

    /** What the line that closes such a fence takes. */
    private static int room(int run) {
        return run + 1;
    }

    /** The part up to there in its last form, with what closes an open fence. */
    Part part(CharSequence text, int end) {
        return part(text, end, end);
    }

    private Part part(CharSequence text, int end, int stableEnd) {
        if (end <= start) {
            return new Part("", "", 0, start);
        }
        String source = text.subSequence(start, end).toString();
        String closer = Draft.closer(text, end, blocks);
        boolean plain = reopener.isEmpty() && closer.isEmpty();
        String shown = plain ? source : reopener + source + closer;
        return new Part(shown, source, shown.length() - closer.length() - (end - stableEnd), end);
    }

    /**
     * The part up to where it can be shown while it grows. What was shown is not taken back, though
     * it may turn out to be half of something: only when the part is cut does its end move on to
     * the next message, and of that only what is not stable.
     */
    Part draft(CharSequence text) {
        drafted = Math.max(drafted, Draft.safeEnd(text, start, blocks));
        stable = Math.max(stable, Math.min(drafted, kept(text)));
        return part(text, drafted, stable);
    }

    /** Where the part can end now, though more would fit; within the newest line or before it. */
    OptionalInt pageEnd(CharSequence text) {
        int end = Math.max(drafted, Draft.safeEnd(text, start, blocks));
        boolean clear = end > start && end >= blocks.lineStart();
        return clear ? OptionalInt.of(end) : OptionalInt.empty();
    }

    /** Up to where the part will not be cut, whatever comes. */
    private int kept(CharSequence text) {
        int kept = start + earliestCut();
        if (text.length() <= kept) {
            return text.length();
        }
        int later = new CutFinder(text, start, text.length(), blocks).earliestLater();
        return Math.max(kept, later);
    }

    /**
     * No cut is before that, counted from the start: in the last third of a part that may be
     * shorter by what closes a fence, or before a line that opens one, each of the longest.
     */
    private int earliestCut() {
        int longest = blocks.longestFenceLine();
        int shortest = messageLength - reopener.length() - longest - 2;
        return Math.min(shortest * 2 / 3, shortest - longest);
    }

    /** The cursor of the part behind the cut. */
    PartCursor next(CharSequence text, int cut) {
        boolean inLine = cut > blocks.lineStart();
        Optional<Fence> open =
                blocks.fence()
                        .filter(fence -> cut > fence.start())
                        .filter(fence -> !inLine || !fence.closedBy(text, blocks.lineStart(), cut))
                        .map(Fence::carried);
        int rows = cut == blocks.lineStart() ? blocks.tableLines() : 0;
        return new PartCursor(messageLength, cut, open, rows);
    }
}
