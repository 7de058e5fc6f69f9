package parley.conversation;

import java.util.Base64;
import java.util.List;
import parley.claude.ContentBlock;

/**
 * Makes the blocks that the model reads out of a file's bytes; pure. The name always stands before
 * what it names, also when later requests leave the file itself out.
 */
final class FileBlocks {
    /**
     * The API takes 5 MB of a picture as base64, which is a third longer than the file:
     * https://platform.claude.com/docs/en/build-with-claude/vision.
     */
    private static final int LARGEST_PICTURE = 3_750_000;

    /** In pixels a side; same page. */
    private static final int WIDEST_PICTURE = 8_000;

    /** About 70,000 tokens: a third of the smaller models' memory. */
    private static final int LARGEST_TEXT = 200_000;

    /** What one file may have: a PDF of that size leaves room for others in a request of 32 MB. */
    static final int LARGEST = 10_000_000;

    private FileBlocks() {}

    /** What came of a file. */
    sealed interface Made {
        record Blocks(List<ContentBlock> blocks) implements Made {}

        /** The reason continues "could not be read: …". */
        record Refused(String reason) implements Made {}
    }

    static Made of(String name, byte[] bytes) {
        FileKind kind = FileKind.of(bytes);
        if (bytes.length == 0) {
            return new Made.Refused("it is empty");
        }
        if (kind == FileKind.PDF) {
            return pdf(name, bytes);
        }
        return kind.picture() ? picture(name, kind, bytes) : text(name, bytes);
    }

    private static Made picture(String name, FileKind kind, byte[] bytes) {
        if (bytes.length > LARGEST_PICTURE) {
            return new Made.Refused("a picture may have 3.7 MB at most");
        }
        return PictureSize.of(kind, bytes)
                .<Made>map(size ->
                        size.within(WIDEST_PICTURE)
                                ? named(
                                        name,
                                        new ContentBlock.Image(kind.mediaType(), base64(bytes)))
                                : new Made.Refused("a picture may be 8,000 pixels wide and high"))
                .orElseGet(() -> new Made.Refused("the picture is damaged"));
    }

    /** The API refuses encrypted ones, and would refuse them in every later request too. */
    private static Made pdf(String name, byte[] bytes) {
        return contains(bytes, "/Encrypt")
                ? new Made.Refused("it is protected by a password")
                : named(
                        name,
                        new ContentBlock.Document(
                                FileKind.PDF.mediaType(), base64(bytes), FileName.plain(name)));
    }

    private static Made text(String name, byte[] bytes) {
        return TextFile.decode(bytes)
                .<Made>map(text ->
                        bytes.length > LARGEST_TEXT
                                ? new Made.Refused("a text may have 200 kB at most")
                                : new Made.Blocks(
                                        List.of(
                                                new ContentBlock.Text(
                                                        Speech.wrapFile(name, text)))))
                .orElseGet(() -> new Made.Refused("only images, PDF and text are"));
    }

    private static Made named(String name, ContentBlock file) {
        return new Made.Blocks(List.of(new ContentBlock.Text(Speech.announce(name)), file));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static boolean contains(byte[] bytes, String word) {
        for (int at = 0; at + word.length() <= bytes.length; at++) {
            int same = 0;
            while (same < word.length() && bytes[at + same] == word.charAt(same)) {
                same++;
            }
            if (same == word.length()) {
                return true;
            }
        }
        return false;
    }
}
