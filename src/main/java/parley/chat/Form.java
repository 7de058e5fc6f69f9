package parley.chat;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A window with fields to fill in; immutable.
 *
 * @param id comes back in {@link Submission}: 1 to 80 characters of ASCII, which people can forge
 * @param title at most 24 characters
 * @param submit the button's label, at most 24 characters
 */
public record Form(String id, String title, String submit, List<Field> fields) {
    private static final Pattern ID = Pattern.compile("[!-~]{1,80}");
    private static final int LONGEST_TITLE = 24;

    public Form {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not an id: " + id);
        }
        if (title.length() > LONGEST_TITLE || submit.length() > LONGEST_TITLE) {
            throw new IllegalArgumentException("too long: " + title + ", " + submit);
        }
        fields = List.copyOf(fields);
    }

    /**
     * One of its fields. A platform whose inputs are shorter than {@code longest} shows several
     * inputs for it, or says that the text is too long for its windows.
     *
     * @param key 1 to 20 lower-case letters
     * @param label at most 45 characters
     * @param hint what to write, shown while it is empty; at most 100 characters
     * @param value what stands there at first, with line feeds only
     * @param lines whether it takes several lines
     * @param longest in UTF-16 units
     */
    public record Field(
            String key,
            String label,
            String hint,
            String value,
            boolean lines,
            boolean optional,
            int longest) {}
}
