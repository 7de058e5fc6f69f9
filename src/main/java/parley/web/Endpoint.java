package parley.web;

import java.util.Map;
import java.util.function.Function;

/**
 * A path that takes POST requests from another program and proves by itself where they come from:
 * the rules for browsers do not apply to it.
 *
 * @param receiver must not throw; called by many threads
 */
public record Endpoint(String path, Function<Question, Reply> receiver) {
    /** The longest body that is read, in bytes; a longer one is refused. */
    static final int LONGEST_BODY = 1024 * 1024;

    /**
     * A request.
     *
     * @param headers by lower-case name; of a repeated one the first
     */
    public record Question(Map<String, String> headers, byte[] body) {
        public Question {
            headers = Map.copyOf(headers);
        }
    }

    /** What to answer. */
    public record Reply(int status, String contentType, String body) {}
}
