package parley.testing;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One request as it came, its path without the query. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record HttpRequest(HttpHead head, byte[] body) {
    public String method() {
        return head.method();
    }

    public String path() {
        return head.path().split("\\?", 2)[0];
    }

    public Map<String, List<String>> query() {
        String[] parts = head.path().split("\\?", 2);
        return parts.length < 2 ? new LinkedHashMap<>() : FormText.decode(parts[1]);
    }

    /** By lower-case name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(head.headers().get(name));
    }

    public String contentType() {
        return header("content-type").orElse("").split(";", 2)[0].strip();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** What follows {@code Bearer} in the one header that tokens belong in. */
    public Optional<String> bearer() {
        return header("authorization")
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> value.substring("Bearer ".length()));
    }
}
