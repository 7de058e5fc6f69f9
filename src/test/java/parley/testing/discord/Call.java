package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call of the REST API as it came.
 *
 * @param number its place among all calls, from 1
 * @param template of its route, such as {@code channels/{c}/messages}; the path where there is none
 * @param path below the base of the API, without the query
 * @param body its JSON, also of a form; a missing node where there is none
 * @param files names of the files that it uploads
 * @param nanos when, by the fake's ticker
 */
public record Call(
        int number,
        String method,
        String template,
        String path,
        Map<String, List<String>> query,
        JsonNode body,
        List<String> files,
        long nanos) {
    /** Empty when it was left out. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name)).map(List::getLast);
    }

    /** Method and route. */
    String where() {
        return method + " " + template;
    }
}
