package parley.web;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import parley.chat.Author;
import parley.chat.ChatMessage;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.ThreadId;

/** Translates what happens in the playground into {@link Inbound}; nothing but rules. */
final class WebEvents {
    private static final Pattern MENTION =
            Pattern.compile(
                    "(?<![\\w@.])@parley(?![\\w-])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private WebEvents() {}

    /** A person's message: a new thread, or a reply in one. */
    static Inbound said(EventId event, Room room, Author author, ChatMessage message) {
        if (room.isDirect()) {
            return new Inbound.DirectMessage(
                    event,
                    message.thread(),
                    author,
                    message.at(),
                    message.id(),
                    message.text(),
                    List.of());
        }
        boolean begins = message.id().value().equals(message.thread().root());
        if (begins || MENTION.matcher(message.text()).find()) {
            return new Inbound.Mention(
                    event,
                    message.thread(),
                    author,
                    message.at(),
                    message.id(),
                    message.text(),
                    List.of());
        }
        return new Inbound.ThreadReply(
                event,
                message.thread(),
                author,
                message.at(),
                message.id(),
                message.text(),
                List.of());
    }

    static Inbound edited(EventId event, Author author, Instant at, ChatMessage now) {
        return new Inbound.Edited(event, now.thread(), author, at, now.id(), now.text());
    }

    static Inbound deleted(
            EventId event, Author author, Instant at, ThreadId thread, MessageId id) {
        return new Inbound.Deleted(event, thread, author, at, id);
    }
}
