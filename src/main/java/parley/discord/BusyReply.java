package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.Errands;
import parley.adapter.Throttle;
import parley.chat.Inbound;
import parley.chat.Ticker;

/**
 * Tells people, once for each question, that it is not going to be answered because too many wait.
 * Best effort; returns at once. Safe for use by many threads.
 */
final class BusyReply implements Consumer<Inbound.Said> {
    private static final Logger LOG = LoggerFactory.getLogger(BusyReply.class);
    private static final String WORDS =
            "Too many questions are waiting just now. Ask again in a minute.";

    private final DiscordCalls calls;
    private final Errands errands = new Errands();
    private final Throttle told;

    BusyReply(DiscordCalls calls, Ticker ticker) {
        this.calls = calls;
        this.told = new Throttle(Duration.ofMinutes(10), ticker);
    }

    @Override
    public void accept(Inbound.Said said) {
        if (told.pass(said.message().value())) {
            errands.run("refusal", () -> tell(said));
        }
    }

    private void tell(Inbound.Said said) {
        long message = DiscordIds.idOf(said.message());
        Outcome<JsonNode> outcome =
                calls.post(
                        DiscordIds.channelOf(said.message()),
                        DiscordMessages.create(
                                new DiscordMessages.Look(WORDS, List.of()),
                                Optional.of(message),
                                "busy." + Long.toUnsignedString(message)));
        if (!(outcome instanceof Outcome.Done<JsonNode>)) {
            LOG.warn("Somebody could not be told that too many questions wait: {}", outcome);
        }
    }
}
