package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;
import parley.adapter.Excerpt;
import parley.chat.MessageId;
import parley.chat.Notice;
import parley.chat.Noticeboard;
import parley.chat.SendResult;
import parley.chat.ThreadId;

/**
 * Notices as messages of a channel or thread, in which nobody is pinged. The same notice is one
 * message for as long as Discord remembers its nonce. Safe for use by many threads.
 *
 * @see <a href="https://discord.com/developers/docs/resources/message#create-message">Create
 *     message</a>
 */
final class NoticePosts implements Noticeboard {
    private final DiscordCalls calls;
    private final Function<ThreadId, Optional<Place>> places;

    /**
     * @param places where a conversation's answers go, if that is known
     */
    NoticePosts(DiscordCalls calls, Function<ThreadId, Optional<Place>> places) {
        this.calls = calls;
        this.places = places;
    }

    @Override
    public SendResult post(Notice notice) {
        Place top = new Place(DiscordIds.channelOf(notice.channel()), Optional.empty());
        Place place = notice.thread().map(this::place).orElse(top);
        Outcome<JsonNode> posted = post(place, notice);
        boolean gone = MessageWriter.code(posted) == DiscordErrors.NO_CHANNEL;
        return gone && !place.equals(top) ? result(top, post(top, notice)) : result(place, posted);
    }

    /** A conversation that has no thread of its own is named by a message, which is no channel. */
    private Place place(ThreadId thread) {
        return places.apply(thread)
                .orElseGet(() -> new Place(DiscordIds.rootOf(thread), Optional.empty()));
    }

    private Outcome<JsonNode> post(Place place, Notice notice) {
        var look =
                new DiscordMessages.Look(
                        Excerpt.of(notice.text(), DiscordMessages.MOST_CHARACTERS),
                        DiscordChoices.rows(notice.choices()));
        String body =
                DiscordMessages.create(
                        look, place.replyTo(), DiscordMessages.nonce("notice." + notice.key(), 0));
        return calls.opened(place.channel(), () -> calls.post(place.channel(), body));
    }

    private static SendResult result(Place place, Outcome<JsonNode> outcome) {
        if (outcome instanceof Outcome.Done<JsonNode>(JsonNode made)) {
            MessageId id = DiscordIds.message(place.channel(), made.path("id").asLong());
            return new SendResult.Sent(id);
        }
        return MessageWriter.result(outcome, CallKind.POST, place.channel());
    }
}
