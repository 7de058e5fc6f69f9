package parley.slack;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A POST to the address that Slack sends events to, as the web server got it.
 *
 * @param headers by name in any case; the first value of each
 * @param body the bytes as they came, before anything decoded them: they are what is signed
 */
public record HttpQuestion(Map<String, String> headers, byte[] body) {
    public HttpQuestion {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        headers = Collections.unmodifiableMap(copy);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Without what proves who sent it. */
    @Override
    public String toString() {
        return body.length + " bytes from Slack";
    }
}
