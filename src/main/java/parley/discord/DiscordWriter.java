package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
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
    private final Places places;
    private final PostBook posts;
    private final Planner planner;
    private final MessageWriter messages;
    private final Finder finder;
    private final DiscordTyping typing;

    DiscordWriter(
            Places places,
            PostBook posts,
            Planner planner,
            MessageWriter messages,
            Finder finder,
            DiscordTyping typing) {
        this.places = places;
        this.posts = posts;
        this.planner = planner;
        this.messages = messages;
        this.finder = finder;
        this.typing = typing;
    }

    /** Carries the write out; blocks until Discord answered, and does not throw. */
    SendResult write(ThreadId thread, Write write) {
        if (write instanceof Write.Post(Outgoing message, var _) && message.part() == 0) {
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
                            : messages.changed(id, messages.change(thread, id, message));
            case Move.Delete(MessageId id) -> messages.delete(thread, id);
            case Move.Sweep sweep -> sweep(thread, sweep.message(), sweep.doubt().since());
            case Move.Nothing(Outgoing message) -> Write.Sweep.nothing(message);
        };
    }

    private SendResult sweep(ThreadId thread, Outgoing message, Instant since) {
        return switch (open(thread, message)) {
            case Place.Opening.Open(Place place) -> sweep(thread, place, message, since);
            case Place.Opening.Closed(SendResult why) -> why;
        };
    }

    private SendResult sweep(ThreadId thread, Place place, Outgoing message, Instant since) {
        return switch (finder.find(thread, place, message, since)) {
            case Finder.Finding.There(MessageId id) -> {
                posts.placed(thread, message.nonce(), id);
                yield messages.delete(thread, id);
            }
            case Finder.Finding.NotThere _ -> {
                posts.absent(thread, message.nonce());
                yield Write.Sweep.nothing(message);
            }
            case Finder.Finding.Unknown(SendResult result) -> result;
        };
    }

    private Place.Opening open(ThreadId thread, Outgoing message) {
        Place.Opening opening = places.open(thread);
        return opening instanceof Place.Opening.Open(Place place)
                ? new Place.Opening.Open(place.answering(message.question()))
                : opening;
    }

    private SendResult post(ThreadId thread, Outgoing message) {
        return switch (open(thread, message)) {
            case Place.Opening.Open(Place place) -> post(thread, place, message);
            case Place.Opening.Closed(SendResult why) -> why;
        };
    }

    private SendResult post(ThreadId thread, Place place, Outgoing message) {
        Outcome<JsonNode> outcome = messages.make(thread, place, message);
        return outcome instanceof Outcome.Done<JsonNode>(JsonNode made)
                ? new SendResult.Sent(messages.made(thread, place, message, made))
                : MessageWriter.result(outcome, CallKind.POST, place.channel());
    }

    private SendResult again(ThreadId thread, Move.Again again) {
        return switch (open(thread, again.message())) {
            case Place.Opening.Open(Place place) ->
                    again.look()
                            ? look(thread, place, again)
                            : repeat(thread, place, again.message());
            case Place.Opening.Closed(SendResult why) -> why;
        };
    }

    /** Discord makes no second message of that nonce, but leaves the first one as it was. */
    private SendResult repeat(ThreadId thread, Place place, Outgoing message) {
        Outcome<JsonNode> outcome = messages.make(thread, place, message);
        if (!(outcome instanceof Outcome.Done<JsonNode>(JsonNode made))) {
            return MessageWriter.result(outcome, CallKind.POST, place.channel());
        }
        MessageId id = messages.made(thread, place, message, made);
        return Shown.looks(made, DiscordMessages.look(message))
                ? new SendResult.Sent(id)
                : renew(thread, id, message);
    }

    private SendResult look(ThreadId thread, Place place, Move.Again again) {
        Outgoing message = again.message();
        return switch (finder.find(thread, place, message, again.doubt().since())) {
            case Finder.Finding.There(MessageId id) -> {
                posts.placed(thread, message.nonce(), id);
                yield renew(thread, id, message);
            }
            case Finder.Finding.NotThere _ -> {
                posts.absent(thread, message.nonce());
                yield repeat(thread, place, message);
            }
            case Finder.Finding.Unknown(SendResult result) -> result;
        };
    }

    /** A message that stands there already looks like this now, and is made anew if it is gone. */
    private SendResult renew(ThreadId thread, MessageId id, Outgoing message) {
        Outcome<JsonNode> outcome = messages.change(thread, id, message);
        return MessageWriter.code(outcome) == DiscordErrors.NO_MESSAGE
                ? post(thread, message)
                : messages.changed(id, outcome);
    }
}
