package parley.testing.slack;

import java.util.Map;
import java.util.Optional;

/**
 * A call of the Web API as it came.
 *
 * @param token the kind of its token, never the token
 * @param number its place among all calls, from 1
 * @param nanos when, by the fake's ticker
 */
public record Call(
        int number, String method, Map<String, String> arguments, TokenKind token, long nanos) {
    /** Empty when the argument was left out. */
    public Optional<String> argument(String name) {
        return Optional.ofNullable(arguments.get(name));
    }
}
