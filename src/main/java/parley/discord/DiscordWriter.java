package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import parley.adapter.PostBook;
import parley.chat.MessageId;
import parley.chat.Outgoing;
import parley.chat.SendResult;
import parley.chat.ThreadId;
import parley.chat.Write;

/**
 * Makes conversations show what is written into them. Safe for use by many threads; the writes of
 * one message come one after the other.
 */
final class DiscordWriter {
    private final DiscordCalls calls;
    private final Places places;
    private final PostBook posts;
    private final Nonces nonces;
    private final DiscordTyping typing;
    private final Planner planner;
    private final DiscordLimits limits;
    private final Finder finder;

    DiscordWriter(
            DiscordCalls calls,
            DiscordBudgets budgets,
            Places places,
            PostBook posts,
            Nonces nonces,
            DiscordTyping typing,
            Supplier<Optional<Long>> self) {
        this.calls = calls;
        this.places = places;
        this.posts = posts;
        this.nonces = nonces;
        this.typing = typing;
        this.planner = new Planner(posts);
        this.limits = new DiscordLimits(planner, posts, places, budgets);
        this.finder = new Finder(calls, posts, self);
    }

    DiscordLimits limits() {
        return limits;
    }

    /** Carries the write out; blocks until Discord answered, and does not throw. */
    SendResult write(ThreadId thread, Write write) {
        if (write instanceof Write.Post(Outgoing message) && message.part() == 0) {
            typing.take(thread).ifPresent(note -> posts.placed(thread, message.nonce(), note));
        }
        SendResult result = carryOut(thread, write);
        if (write instanceof Write.Post && result instanceof SendResult.Sent) {
            typing.clear(thread);
        }
        return result;
    }

    private SendResult carryOut(ThreadId thread, Write write) {
        return switch (planner.plan(thread, write)) {
            case Move.Post(Outgoing message) -> post(thread, message);
            case Move.Again again -> again(thread, again);
            case Move.Edit(MessageId id, Outgoing message) ->
                    write instanceof Write.Post
                            ? renew(thread, id, message)
                            : edit(thread, id, message);
            case Move.Delete(MessageId id) -> delete(thread, id);
        };
    }

    private SendResult post(ThreadId thread, Outgoing message) {
        return switch (places.open(thread)) {
            case Place.Opening.Open(Place place) -> post(thread, place, message);
            case Place.Opening.Closed(SendResult why) -> why;
        };
    }

    private SendResult post(ThreadId thread, Place place, Outgoing message) {
        Outcome<JsonNode> outcome = make(thread, place, message);
        return outcome instanceof Outcome.Done<JsonNode>(JsonNode made)
                ? new SendResult.Sent(placed(thread, place, message, made))
                : result(outcome, CallKind.POST, place.channel());
    }

    /** Makes the message, and remembers it where it is not known what came of it. */
    private Outcome<JsonNode> make(ThreadId thread, Place place, Outgoing message) {
        Instant begun = posts.now();
        DiscordMessages.Look look = DiscordMessages.look(message);
        String nonce = nonces.of(message.nonce());
        Outcome<JsonNode> outcome =
                opened(
                        place.channel(),
                        () ->
                                calls.post(
                                        place.channel(),
                                        DiscordMessages.create(look, place.replyTo(), nonce)));
        if (code(outcome) == DiscordErrors.NO_REPLY_WITHOUT_HISTORY) {
            outcome =
                    calls.post(
                            place.channel(), DiscordMessages.create(look, Optional.empty(), nonce));
        }
        if (outcome instanceof Outcome.Lost<JsonNode>) {
            posts.doubt(thread, message.nonce(), begun);
        }
        return outcome;
    }

    /** Discord may have given an earlier message back, which stands somewhere else. */
    private MessageId placed(ThreadId thread, Place place, Outgoing message, JsonNode made) {
        MessageId id =
                DiscordIds.message(
                        made.path("channel_id").asLong(place.channel()), made.path("id").asLong());
        posts.placed(thread, message.nonce(), id);
        return id;
    }

    private SendResult again(ThreadId thread, Move.Again again) {
        return switch (places.open(thread)) {
            case Place.Opening.Open(Place place) ->
                    again.look()
                            ? look(thread, place, again)
                            : repeat(thread, place, again.message());
            case Place.Opening.Closed(SendResult why) -> why;
        };
    }

    /** Discord makes no second message of that nonce, but leaves the first one as it was. */
    private SendResult repeat(ThreadId thread, Place place, Outgoing message) {
        Outcome<JsonNode> outcome = make(thread, place, message);
        if (!(outcome instanceof Outcome.Done<JsonNode>(JsonNode made))) {
            return result(outcome, CallKind.POST, place.channel());
        }
        MessageId id = placed(thread, place, message, made);
        return Shown.looks(made, DiscordMessages.look(message))
                ? new SendResult.Sent(id)
                : renew(thread, id, message);
    }

    private SendResult look(ThreadId thread, Place place, Move.Again again) {
        Outgoing message = again.message();
        return switch (finder.find(thread, place.channel(), message, again.doubt())) {
            case Finder.Finding.There(MessageId id) -> {
                posts.placed(thread, message.nonce(), id);
                yield renew(thread, id, message);
            }
            case Finder.Finding.NotThere _ -> {
                posts.absent(thread, message.nonce());
                yield repeat(thread, place, message);
            }
            case Finder.Finding.Unknown(SendResult result) ->
                    again.doubt().inherited() ? repeat(thread, place, message) : result;
        };
    }

    /** A message that stands there already looks like this now, and is made anew if it is gone. */
    private SendResult renew(ThreadId thread, MessageId id, Outgoing message) {
        Outcome<JsonNode> outcome = change(thread, id, message);
        return code(outcome) == DiscordErrors.NO_MESSAGE
                ? post(thread, message)
                : changed(id, outcome);
    }

    private SendResult edit(ThreadId thread, MessageId id, Outgoing message) {
        return changed(id, change(thread, id, message));
    }

    private Outcome<JsonNode> change(ThreadId thread, MessageId id, Outgoing message) {
        long channel = DiscordIds.channelOf(id);
        Outcome<JsonNode> outcome =
                opened(
                        channel,
                        () ->
                                calls.edit(
                                        channel,
                                        DiscordIds.idOf(id),
                                        limits.old(id),
                                        DiscordMessages.edit(DiscordMessages.look(message))));
        if (outcome instanceof Outcome.Done<JsonNode>) {
            posts.placed(thread, message.nonce(), id);
        } else if (code(outcome) == DiscordErrors.NO_MESSAGE) {
            gone(thread, id);
        }
        return outcome;
    }

    private SendResult changed(MessageId id, Outcome<JsonNode> outcome) {
        return outcome instanceof Outcome.Done<JsonNode>
                ? new SendResult.Sent(id)
                : result(
                        outcome,
                        limits.old(id) ? CallKind.OLD_EDIT : CallKind.EDIT,
                        DiscordIds.channelOf(id));
    }

    /** A message that cannot be deleted counts as given up: its nonce makes a new one. */
    private SendResult delete(ThreadId thread, MessageId id) {
        long channel = DiscordIds.channelOf(id);
        Outcome<JsonNode> outcome =
                opened(channel, () -> calls.delete(channel, DiscordIds.idOf(id)));
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

    /** Discord changes nothing in an archived thread, so that is opened again first. */
    private Outcome<JsonNode> opened(long channel, Supplier<Outcome<JsonNode>> call) {
        Outcome<JsonNode> outcome = call.get();
        return code(outcome) == DiscordErrors.ARCHIVED
                        && calls.unarchive(channel) instanceof Outcome.Done<JsonNode>
                ? call.get()
                : outcome;
    }

    /** Discord's code of a refusal; 0 for what is none. */
    private static int code(Outcome<JsonNode> outcome) {
        return outcome instanceof Outcome.Refused<JsonNode> refused ? refused.code() : 0;
    }

    private static SendResult result(Outcome<JsonNode> outcome, CallKind kind, long channel) {
        return DiscordErrors.result(outcome, Optional.of(kind.in(channel).name()));
    }
}
