package parley.testing.slack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bodies of {@code multipart/form-data}. */
final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");

    private Multipart() {}

    /** Adds the parts that have a name, as text. */
    static void add(HttpRequest request, Map<String, List<String>> fields) {
        parts(request)
                .forEach(part -> {
                    Matcher name = NAME.matcher(part[0]);
                    if (name.find()) {
                        String value =
                                new String(
                                        part[1].getBytes(StandardCharsets.ISO_8859_1),
                                        StandardCharsets.UTF_8);
                        fields.computeIfAbsent(name.group(1), _ -> new ArrayList<>()).add(value);
                    }
                });
    }

    /** The bytes of the first part. */
    static byte[] first(HttpRequest request) {
        return parts(request).getFirst()[1].getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<String[]> parts(HttpRequest request) {
        Matcher boundary = BOUNDARY.matcher(request.header("content-type").orElse(""));
        if (!boundary.find()) {
            throw ApiError.mistake("invalid_form_data", "multipart without a boundary");
        }
        List<String[]> parts = new ArrayList<>();
        String whole = new String(request.body(), StandardCharsets.ISO_8859_1);
        for (String part : whole.split(Pattern.quote("--" + boundary.group(1)), -1)) {
            String[] halves = part.split("\r\n\r\n", 2);
            if (halves.length == 2) {
                parts.add(new String[] {halves[0], halves[1].substring(0, halves[1].length() - 2)});
            }
        }
        return parts;
    }
}
