package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the bot itself wrote in a channel or thread since some moment. Blocks for calls of the REST
 * API; safe for use by many threads.
 *
 * @see <a href="https://discord.com/developers/docs/resources/message#get-channel-messages">Get
 *     channel messages</a>
 */
final class OwnMessages {
    /** How far this machine's clock and Discord's may be apart. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    /** The most that Discord gives at once. */
    private static final int PAGE = 100;

    /** A channel that is busier than that between a question and the restart after it is rare. */
    private static final int MOST_PAGES = 5;

    private final DiscordCalls calls;
    private final Supplier<Optional<Long>> self;

    /**
     * @param self the bot's own user id, once it is known
     */
    OwnMessages(DiscordCalls calls, Supplier<Optional<Long>> self) {
        this.calls = calls;
        this.self = self;
    }

    /** In no particular order. */
    Outcome<List<JsonNode>> since(long channel, Instant moment) {
        List<JsonNode> own = new ArrayList<>();
        long after = DiscordIds.firstAt(moment.minus(SKEW));
        for (int page = 0; page < MOST_PAGES; page++) {
            Outcome<JsonNode> outcome = calls.after(channel, after, PAGE);
            if (!(outcome instanceof Outcome.Done<JsonNode>(JsonNode messages))) {
                return failed(outcome);
            }
            for (JsonNode message : messages) {
                after = Math.max(after, message.path("id").asLong());
                if (isOwn(message)) {
                    own.add(message);
                }
            }
            if (messages.size() < PAGE) {
                break;
            }
        }
        return new Outcome.Done<>(own);
    }

    private static Outcome<List<JsonNode>> failed(Outcome<JsonNode> outcome) {
        return switch (outcome) {
            case Outcome.Done<JsonNode> _ ->
                    throw new IllegalArgumentException("that is no failure");
            case Outcome.Refused<JsonNode> refused ->
                    new Outcome.Refused<>(refused.status(), refused.code(), refused.words());
            case Outcome.Limited<JsonNode>(Duration pause, boolean global) ->
                    new Outcome.Limited<>(pause, global);
            case Outcome.Lost<JsonNode>(String reason) -> new Outcome.Lost<>(reason);
        };
    }

    private boolean isOwn(JsonNode message) {
        JsonNode author = message.path("author");
        return self.get()
                .map(id -> id == author.path("id").asLong())
                .orElseGet(() -> author.path("bot").asBoolean());
    }
}
