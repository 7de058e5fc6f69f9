package parley.testing.slack;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.testing.HttpHead;

/** One request as it came, its path without the query. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record HttpRequest(HttpHead head, byte[] body) {
    String method() {
        return head.method();
    }

    String path() {
        return head.path().split("\\?", 2)[0];
    }

    Map<String, List<String>> query() {
        String[] parts = head.path().split("\\?", 2);
        return parts.length < 2 ? new LinkedHashMap<>() : FormText.decode(parts[1]);
    }

    /** By lower-case name. */
    Optional<String> header(String name) {
        return Optional.ofNullable(head.headers().get(name));
    }

    String contentType() {
        return header("content-type").orElse("").split(";", 2)[0].strip();
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** What follows {@code Bearer} in the one header that tokens belong in. */
    Optional<String> bearer() {
        return header("authorization")
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> value.substring("Bearer ".length()));
    }
}
