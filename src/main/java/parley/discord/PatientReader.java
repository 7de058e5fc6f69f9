package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import parley.adapter.PatientCalls;

/**
 * Reads what nobody waits for: one page after the other, so slowly that the answers keep their
 * budgets, and again where Discord is in trouble. For one thread, but for {@link #close}.
 */
final class PatientReader implements AutoCloseable {
    /** A tenth of what Discord lets a bot call in all. */
    static final Duration PACE = Duration.ofMillis(200);

    /** As many messages as Discord gives out at a time. */
    static final int PAGE = 100;

    private static final Duration LONGEST_ASKED = Duration.ofSeconds(30);

    private final DiscordCalls calls;
    private final Duration pace;
    private final PatientCalls patience = new PatientCalls(LONGEST_ASKED);

    /**
     * @param pace from the end of a call to the next
     */
    PatientReader(DiscordCalls calls, Duration pace) {
        this.calls = calls;
        this.pace = pace;
    }

    /** The page that comes after that message, or how the last try to read it ended. */
    Outcome<JsonNode> after(long channel, long message) {
        return patience.call(
                        () -> pace, () -> calls.after(channel, message, PAGE), PatientReader::again)
                .orElseGet(() -> new Outcome.Lost<>("nothing is read any more"));
    }

    private static Optional<Duration> again(Outcome<JsonNode> outcome) {
        return switch (outcome) {
            case Outcome.Done<JsonNode> _, Outcome.Refused<JsonNode> _ -> Optional.empty();
            case Outcome.Lost<JsonNode> _ -> Optional.of(Duration.ZERO);
            case Outcome.Limited<JsonNode>(Duration asked, boolean _) -> Optional.of(asked);
        };
    }

    boolean isClosed() {
        return patience.isClosed();
    }

    /** Reads nothing more; what waits goes on at once. */
    @Override
    public void close() {
        patience.close();
    }
}
