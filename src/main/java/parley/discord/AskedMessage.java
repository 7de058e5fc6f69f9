package parley.discord;

import java.util.List;
import java.util.stream.Collectors;
import parley.adapter.Excerpt;
import parley.chat.Attachment;

/**
 * The message that somebody asks about. Pure.
 *
 * @param author a name
 * @param words its beginning, as Markdown
 */
record AskedMessage(long id, String author, String words, List<Attachment> files) {
    private static final int LONGEST_WORDS = 2_000;

    AskedMessage {
        words = Excerpt.of(words.strip(), LONGEST_WORDS);
        files = List.copyOf(files);
    }

    /** The question with the message that is meant under it. */
    String quotedUnder(String question) {
        return words.isEmpty()
                ? question
                : question + "\n\nI mean this message of " + author + ":\n" + quote(words);
    }

    static String quote(String words) {
        return words.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
    }
}
