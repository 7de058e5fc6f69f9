package parley.conversation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import parley.chat.Author;

/**
 * How a person's message reaches the model: wrapped, with the author's name and the time as data.
 * No text can end the wrapper or begin another one, so nobody can speak for somebody else.
 */
final class Speech {
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final Pattern WRAPPER =
            Pattern.compile("<(?=/?\\s*message)", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_NAME = 80;

    private Speech() {}

    static String wrap(Author author, Instant at, String text) {
        return "<message from=\""
                + name(author)
                + "\" at=\""
                + MINUTES.format(at)
                + "\">\n"
                + WRAPPER.matcher(text).replaceAll("&lt;")
                + "\n</message>";
    }

    private static String name(Author author) {
        String name = author.name().replaceAll("[\\p{Cntrl}\"<>&]", " ").strip();
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
