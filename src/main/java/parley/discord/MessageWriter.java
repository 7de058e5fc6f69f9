package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import parley.adapter.PostBook;
import parley.chat.MessageId;
import parley.chat.Outgoing;
import parley.chat.SendResult;
import parley.chat.ThreadId;

/**
 * Makes, changes and deletes single messages, and keeps the book of what became of them. Safe for
 * use by many threads.
 */
final class MessageWriter {
    private final DiscordCalls calls;
    private final PostBook posts;
    private final Nonces nonces;
    private final MessageAge age;

    MessageWriter(DiscordCalls calls, PostBook posts, Nonces nonces, MessageAge age) {
        this.calls = calls;
        this.posts = posts;
        this.nonces = nonces;
        this.age = age;
    }

    /** Makes the message, and remembers it where it is not known what came of it. */
    Outcome<JsonNode> make(ThreadId thread, Place place, Outgoing message) {
        Instant begun = posts.now();
        Outcome<JsonNode> outcome = make(place, place.replyTo(), message);
        if (code(outcome) == DiscordErrors.NO_REPLY_WITHOUT_HISTORY) {
            outcome = make(place, Optional.empty(), message);
        }
        if (outcome instanceof Outcome.Lost<JsonNode>) {
            posts.doubt(thread, message.nonce(), begun);
        }
        return outcome;
    }

    private Outcome<JsonNode> make(Place place, Optional<Long> replyTo, Outgoing message) {
        String body =
                DiscordMessages.create(
                        DiscordMessages.look(message), replyTo, nonces.of(message.nonce()));
        return calls.opened(place.channel(), () -> calls.post(place.channel(), body));
    }

    /**
     * Discord made it, or gave an earlier message of that nonce back, which may stand elsewhere.
     *
     * @param made as Discord shows it
     */
    MessageId made(ThreadId thread, Place place, Outgoing message, JsonNode made) {
        MessageId id =
                DiscordIds.message(
                        made.path("channel_id").asLong(place.channel()), made.path("id").asLong());
        posts.placed(thread, message.nonce(), id);
        return id;
    }

    Outcome<JsonNode> change(ThreadId thread, MessageId id, Outgoing message) {
        long channel = DiscordIds.channelOf(id);
        String body = DiscordMessages.edit(DiscordMessages.look(message));
        Outcome<JsonNode> outcome =
                calls.opened(
                        channel,
                        () -> calls.edit(channel, DiscordIds.idOf(id), age.isOld(id), body));
        if (outcome instanceof Outcome.Done<JsonNode>) {
            posts.placed(thread, message.nonce(), id);
        } else if (code(outcome) == DiscordErrors.NO_MESSAGE) {
            gone(thread, id);
        }
        return outcome;
    }

    /** How a change has ended. */
    SendResult changed(MessageId id, Outcome<JsonNode> outcome) {
        return outcome instanceof Outcome.Done<JsonNode>
                ? new SendResult.Sent(id)
                : result(
                        outcome,
                        age.isOld(id) ? CallKind.OLD_EDIT : CallKind.EDIT,
                        DiscordIds.channelOf(id));
    }

    /** A message that cannot be deleted counts as given up: its nonce makes a new one. */
    SendResult delete(ThreadId thread, MessageId id) {
        long channel = DiscordIds.channelOf(id);
        Outcome<JsonNode> outcome =
                calls.opened(channel, () -> calls.delete(channel, DiscordIds.idOf(id)));
        int code = code(outcome);
        boolean away =
                outcome instanceof Outcome.Done<JsonNode>
                        || code == DiscordErrors.NO_MESSAGE
                        || code == DiscordErrors.NO_CHANNEL;
        SendResult result =
                away ? new SendResult.Sent(id) : result(outcome, CallKind.DELETE, channel);
        if (away || result instanceof SendResult.Rejected) {
            gone(thread, id);
        }
        return result;
    }

    private void gone(ThreadId thread, MessageId id) {
        posts.gone(thread, id).ifPresent(nonces::deleted);
    }

    /** Discord's code of a refusal; 0 for what is none. */
    static int code(Outcome<JsonNode> outcome) {
        return outcome instanceof Outcome.Refused<JsonNode> refused ? refused.code() : 0;
    }

    /** How a call of that kind that did not come to pass has ended. */
    static SendResult result(Outcome<JsonNode> outcome, CallKind kind, long channel) {
        return DiscordErrors.result(outcome, Optional.of(kind.in(channel).name()));
    }
}
