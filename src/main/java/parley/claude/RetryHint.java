package parley.claude;

import java.time.Duration;
import java.util.Optional;

/**
 * What the API lets one expect of asking again; immutable.
 *
 * @param worthwhile whether the same request may be answered later without anybody's doing
 * @param after how long the API asks to wait, where it says so; more than zero
 */
public record RetryHint(boolean worthwhile, Optional<Duration> after) {
    static final RetryHint SOME_TIME = new RetryHint(true, Optional.empty());
    static final RetryHint NEVER = new RetryHint(false, Optional.empty());
}
