package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.RefusalWords;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.SendResult;

/**
 * Answers a question that it is not going to be answered because too many wait. Blocks. Safe for
 * use by many threads.
 */
final class BusyReply implements Function<Inbound.Said, SendResult> {
    private static final Logger LOG = LoggerFactory.getLogger(BusyReply.class);

    private final DiscordCalls calls;

    BusyReply(DiscordCalls calls) {
        this.calls = calls;
    }

    @Override
    public SendResult apply(Inbound.Said said) {
        long channel = DiscordIds.channelOf(said.message());
        long message = DiscordIds.idOf(said.message());
        Outcome<JsonNode> outcome =
                calls.post(
                        channel,
                        DiscordMessages.create(
                                new DiscordMessages.Look(RefusalWords.ALONE, List.of()),
                                Optional.of(message),
                                "busy." + Long.toUnsignedString(message)));
        if (outcome instanceof Outcome.Done<JsonNode>(JsonNode made)) {
            MessageId id = DiscordIds.message(channel, made.path("id").asLong());
            return new SendResult.Sent(id);
        }
        LOG.warn("Somebody could not be told that too many questions wait: {}", outcome);
        return MessageWriter.result(outcome, CallKind.POST, channel);
    }
}
