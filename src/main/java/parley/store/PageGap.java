package parley.store;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The part of a page of SQLite's that holds nothing, between the list of its cells and the cells
 * themselves: https://sqlite.org/fileformat2.html#b_tree_pages. When SQLite moves cells to another
 * page, their old bytes may stay there; {@code secure_delete} overwrites only what is deleted.
 *
 * @param from in bytes from the start of the page
 * @param to behind the last
 */
record PageGap(int from, int to) {
    private static final int FILE_HEADER = 100;
    private static final int LARGEST_PAGE = 65_536;

    /**
     * Empty for pages that are no b-tree, which begin with a byte of zero in files of up to 2^24
     * pages, and for pages that are not as they should be.
     *
     * @param usable of the page's bytes, those that SQLite uses
     * @param first whether it is the file's first page
     */
    static Optional<PageGap> in(ByteBuffer page, int usable, boolean first) {
        int header = first ? FILE_HEADER : 0;
        int headerSize =
                switch (page.get(header)) {
                    case 2, 5 -> 12;
                    case 10, 13 -> 8;
                    default -> 0;
                };
        int cells = number(page, header + 3);
        int from = header + headerSize + 2 * cells;
        int to = number(page, header + 5) == 0 ? LARGEST_PAGE : number(page, header + 5);
        return headerSize > 0 && from <= to && to <= usable && cellsLieBehind(page, from, cells, to)
                ? Optional.of(new PageGap(from, to))
                : Optional.empty();
    }

    private static boolean cellsLieBehind(ByteBuffer page, int listEnd, int cells, int to) {
        for (int at = listEnd - 2 * cells; at < listEnd; at += 2) {
            if (number(page, at) < to) {
                return false;
            }
        }
        return true;
    }

    private static int number(ByteBuffer page, int at) {
        return Short.toUnsignedInt(page.getShort(at));
    }

    boolean isClean(ByteBuffer page) {
        for (int at = from; at < to; at++) {
            if (page.get(at) != 0) {
                return false;
            }
        }
        return true;
    }

    int size() {
        return to - from;
    }
}
