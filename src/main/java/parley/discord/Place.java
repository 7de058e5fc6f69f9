package parley.discord;

import java.util.Optional;
import parley.chat.MessageId;
import parley.chat.SendResult;

/**
 * Where a conversation's answers go.
 *
 * @param channel a thread, a channel of direct messages, or a channel in which no thread can be
 *     made
 * @param replyTo the question that they refer to where other people's messages stand between
 */
record Place(long channel, Optional<Long> replyTo) {
    /** The same for the answer to that question, if it is known and stands there. */
    Place answering(Optional<MessageId> question) {
        return new Place(
                channel,
                replyTo.map(newest ->
                        question.filter(it -> DiscordIds.channelOf(it) == channel)
                                .map(DiscordIds::idOf)
                                .orElse(newest)));
    }

    /** What came of finding the place. */
    sealed interface Opening {
        record Open(Place place) implements Opening {}

        /** Not now. */
        record Closed(SendResult why) implements Opening {}
    }
}
