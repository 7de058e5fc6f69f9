package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.Refusals;
import parley.chat.Inbound;

/**
 * Answers a question that it is not going to be answered because too many wait. Best effort;
 * blocks. Safe for use by many threads.
 */
final class BusyReply implements Consumer<Inbound.Said> {
    private static final Logger LOG = LoggerFactory.getLogger(BusyReply.class);

    private final DiscordCalls calls;

    BusyReply(DiscordCalls calls) {
        this.calls = calls;
    }

    @Override
    public void accept(Inbound.Said said) {
        long message = DiscordIds.idOf(said.message());
        Outcome<JsonNode> outcome =
                calls.post(
                        DiscordIds.channelOf(said.message()),
                        DiscordMessages.create(
                                new DiscordMessages.Look(Refusals.WORDS, List.of()),
                                Optional.of(message),
                                "busy." + Long.toUnsignedString(message)));
        if (!(outcome instanceof Outcome.Done<JsonNode>)) {
            LOG.warn("Somebody could not be told that too many questions wait: {}", outcome);
        }
    }
}
