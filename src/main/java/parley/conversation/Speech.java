package parley.conversation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import parley.chat.Author;

/**
 * How a person's message, or a text file of theirs, reaches the model: wrapped, with names and the
 * time as data. No text can end a wrapper or begin another one, so nobody can speak for somebody
 * else.
 */
final class Speech {
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /** Whatever reads like one: spaced out, by signs that nobody sees, by signs that look alike. */
    private static final Pattern WRAPPER =
            Pattern.compile(
                    "[<\uff1c\ufe64](?=[\\s/\uff0f\\p{Z}\\p{C}]*(?:message|attached-file))",
                    Pattern.CASE_INSENSITIVE);

    /** What could end the wrapper's line or turn it round; halves of characters cannot be sent. */
    private static final Pattern BREAKING =
            Pattern.compile(
                    "[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\u202a-\u202e\u2066-\u2069\"<>&\uff1c\uff1e]");

    private static final String WORDLESS = "(no text)";
    private static final int LONGEST_NAME = 80;

    private Speech() {}

    static String wrap(Author author, Instant at, String text) {
        return "<message from=\""
                + name(author)
                + "\" at=\""
                + MINUTES.format(at)
                + "\">\n"
                + inert(text.isBlank() ? WORDLESS : text)
                + "\n</message>";
    }

    /** A text file, whole. */
    static String wrapFile(String name, String text) {
        return "<attached-file name=\""
                + FileName.plain(name)
                + "\">\n"
                + inert(text)
                + "\n</attached-file>";
    }

    /** What stands before a file that is no text. */
    static String announce(String name) {
        return "<attached-file name=\"" + FileName.plain(name) + "\"/>";
    }

    private static String inert(String text) {
        return WRAPPER.matcher(text).replaceAll("&lt;");
    }

    private static String name(Author author) {
        String name = BREAKING.matcher(author.name()).replaceAll(" ").strip();
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        boolean split = Character.isHighSurrogate(name.charAt(LONGEST_NAME - 1));
        return name.substring(0, split ? LONGEST_NAME - 1 : LONGEST_NAME);
    }
}
