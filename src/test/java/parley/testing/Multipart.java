package parley.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads bodies of {@code multipart/form-data}. Pure. */
public final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("[; ]filename=\"([^\"]*)\"");
    private static final Pattern TYPE =
            Pattern.compile(
                    "^content-type: *(\\S.*)$", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    private Multipart() {}

    /** One part, with what its head says of it. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Part(
            Optional<String> name, Optional<String> fileName, String contentType, byte[] bytes) {
        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** Throws {@link IllegalArgumentException} when there is no boundary. */
    public static List<Part> parts(HttpRequest request) {
        Matcher boundary = BOUNDARY.matcher(request.header("content-type").orElse(""));
        if (!boundary.find()) {
            throw new IllegalArgumentException("multipart without a boundary");
        }
        List<Part> parts = new ArrayList<>();
        String whole = new String(request.body(), StandardCharsets.ISO_8859_1);
        for (String part : whole.split(Pattern.quote("--" + boundary.group(1)), -1)) {
            String[] halves = part.split("\r\n\r\n", 2);
            if (halves.length == 2) {
                parts.add(part(halves[0], halves[1].substring(0, halves[1].length() - 2)));
            }
        }
        return parts;
    }

    private static Part part(String head, String body) {
        String utf8 =
                new String(head.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return new Part(
                find(NAME, utf8),
                find(FILE, utf8),
                find(TYPE, utf8).orElse("application/octet-stream").strip(),
                body.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Optional<String> find(Pattern pattern, String head) {
        Matcher matcher = pattern.matcher(head);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
