package parley.conversation;

import java.util.List;
import parley.claude.ContentBlock;

/**
 * How much of a request files may take. What does not fit stays behind, oldest first, in steps of a
 * quarter of the room, so that the beginning of the request, and with it the prompt cache, stays
 * the same for many turns.
 *
 * @param bytes of all files together, as they are
 * @param pictures how many of them may be pictures
 */
public record FileRoom(long bytes, int pictures) {
    /**
     * The API takes 32 MB a request, and files grow by a third in it; the rest is for the text. Of
     * pictures it takes more, but beyond twenty none that is larger than 2,000 pixels a side, as
     * many screenshots are: https://platform.claude.com/docs/en/build-with-claude/vision.
     */
    public static final FileRoom WHOLE = new FileRoom(15_000_000, 20);

    public static final FileRoom NONE = new FileRoom(0, 0);

    /** What stands in the place of a file that stayed behind; always the same words. */
    public static final ContentBlock LEFT_OUT =
            new ContentBlock.Text(
                    "[Parley: this file was left out here, because only the newest files fit.]");

    /** A stored file. */
    public record Size(long bytes, boolean picture) {}

    /** That share of the room, from 0 to 1. */
    FileRoom share(double share) {
        return new FileRoom((long) (bytes * share), (int) (pictures * share));
    }

    /**
     * How many files stay behind.
     *
     * @param files oldest first
     */
    public int leftOut(List<Size> files) {
        long pictureCount = files.stream().filter(Size::picture).count();
        long byteCount = files.stream().mapToLong(Size::bytes).sum();
        long tooManyPictures = stepped(pictureCount, pictures);
        long tooManyBytes = stepped(byteCount, bytes);
        int left = 0;
        while (left < files.size() && (tooManyPictures > 0 || tooManyBytes > 0)) {
            Size file = files.get(left++);
            tooManyBytes -= file.bytes();
            tooManyPictures -= file.picture() ? 1 : 0;
        }
        return left;
    }

    private static long stepped(long total, long most) {
        long step = Math.max(1, most / 4);
        return total <= most ? 0 : (total - most + step - 1) / step * step;
    }
}
