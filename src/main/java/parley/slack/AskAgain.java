package parley.slack;

import java.time.Duration;

/** For how long Slack is not asked again for what it did not say. Stateless. */
final class AskAgain {
    /** What Slack does not know is not asked for again at once, nor is a Slack in trouble. */
    private static final Duration UNKNOWN_AGE = Duration.ofMinutes(1);

    private static final Duration FAULT_AGE = Duration.ofSeconds(5);

    private AskAgain() {}

    static Duration after(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _, Outcome.Refused<?> _ -> UNKNOWN_AGE;
            case Outcome.Limited<?>(Duration pause) -> pause;
            case Outcome.Lost<?> _ -> FAULT_AGE;
        };
    }
}
