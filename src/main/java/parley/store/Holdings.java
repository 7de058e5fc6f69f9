package parley.store;

import java.util.Locale;

/**
 * What a database holds; immutable.
 *
 * @param bytes the size of its file
 * @param answers how many are whole and stored
 * @param waiting how many questions wait for their answer, or are being answered
 */
public record Holdings(long bytes, long conversations, long answers, long waiting) {
    /** In a few words, such as "12 conversations and 40 answers (1.2 MB)". */
    @Override
    public String toString() {
        return counted(conversations, "conversation")
                + " and "
                + counted(answers, "answer")
                + String.format(Locale.ROOT, " (%.1f MB)", bytes / 1e6);
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
