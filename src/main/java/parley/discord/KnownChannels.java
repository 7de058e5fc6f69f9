package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import parley.adapter.Memo;
import parley.chat.Ticker;

/**
 * Looks into what the gateway has told, and asks the REST API for what is not there, such as
 * archived threads. Safe for use by many threads; those who ask for the same channel at once wait
 * for one answer.
 */
final class KnownChannels implements Channels {
    private static final int MOST = 10_000;

    /** What a channel is does not change, but for its name. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private static final Duration REFUSED = Duration.ofMinutes(1);

    private final Channels told;
    private final Memo<Long, Optional<ChannelFacts>> asked;

    /**
     * @param told knows some channels at once
     */
    KnownChannels(Channels told, DiscordCalls calls, Ticker ticker) {
        this.told = told;
        this.asked = new Memo<>(MOST, ticker, channel -> ask(calls, channel));
    }

    @Override
    public Optional<ChannelFacts> facts(long channel) {
        return told.facts(channel).or(() -> asked.get(channel));
    }

    private static Memo.Kept<Optional<ChannelFacts>> ask(DiscordCalls calls, long channel) {
        return switch (calls.read(channel)) {
            case Outcome.Done<JsonNode>(JsonNode facts) ->
                    new Memo.Kept<>(Optional.of(ChannelFacts.of(facts)), REMEMBERED);
            case Outcome.Refused<JsonNode> _ -> new Memo.Kept<>(Optional.empty(), REFUSED);
            case Outcome.Limited<JsonNode>(Duration pause, _) ->
                    new Memo.Kept<>(Optional.empty(), pause);
            case Outcome.Lost<JsonNode> _ -> new Memo.Kept<>(Optional.empty(), Duration.ZERO);
        };
    }
}
