package parley.contract;

import java.time.Instant;
import java.util.List;
import parley.chat.Attachment;
import parley.chat.Author;
import parley.chat.ChannelId;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.Platform;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.chat.WorkspaceId;

/** Events as tests need them; the event id of a message is {@code e-} and the message id. */
public final class Events {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
    public static final ChannelId CHANNEL =
            new ChannelId(new WorkspaceId(Platform.SLACK, "W1"), "C1");
    public static final ThreadId THREAD = new ThreadId(CHANNEL, "1700000000.000100");
    public static final ThreadId OTHER = new ThreadId(CHANNEL, "1700000000.000200");
    public static final Author ANN = new Author(new UserId("U1"), "Ann");
    public static final Author BOB = new Author(new UserId("U2"), "Bob \"Böb\" 🐙");

    private Events() {}

    public static Inbound.Mention mention(String message, String text) {
        return mention(THREAD, ANN, message, text);
    }

    public static Inbound.Mention mention(
            ThreadId thread, Author author, String message, String text) {
        return new Inbound.Mention(
                event("e-" + message),
                thread,
                author,
                NOON,
                new MessageId(message),
                text,
                List.of());
    }

    public static Inbound.ThreadReply reply(Author author, String message, String text) {
        return new Inbound.ThreadReply(
                event("e-" + message),
                THREAD,
                author,
                NOON,
                new MessageId(message),
                text,
                List.of());
    }

    /** The same message as a plain one, under an event id of its own. */
    public static Inbound.ThreadReply twin(Inbound.Said said) {
        return new Inbound.ThreadReply(
                event("twin-" + said.message()),
                said.thread(),
                said.author(),
                said.at(),
                said.message(),
                said.text(),
                said.files());
    }

    /** The same message at another time. */
    public static Inbound.Mention at(Inbound.Said said, Instant at) {
        return new Inbound.Mention(
                said.event(),
                said.thread(),
                said.author(),
                at,
                said.message(),
                said.text(),
                said.files());
    }

    /** The same message with files. */
    public static Inbound.Mention withFiles(Inbound.Said said, Attachment... files) {
        return new Inbound.Mention(
                said.event(),
                said.thread(),
                said.author(),
                said.at(),
                said.message(),
                said.text(),
                List.of(files));
    }

    /** A file of unknown kind and size. */
    public static Attachment file(String name) {
        return new Attachment("F-" + name, name, "", 0, "https://files.example/" + name);
    }

    public static Inbound.Retry retry(String id, ThreadId thread, Reference turn) {
        return new Inbound.Retry(event(id), thread, BOB, NOON.plusSeconds(60), turn);
    }

    public static Inbound.Continue more(String id, ThreadId thread, Reference turn) {
        return new Inbound.Continue(event(id), thread, BOB, NOON.plusSeconds(60), turn);
    }

    public static Inbound.Edited edited(String id, String message, String text) {
        return new Inbound.Edited(event(id), THREAD, ANN, NOON, new MessageId(message), text);
    }

    public static Inbound.Deleted deleted(String id, String message) {
        return new Inbound.Deleted(event(id), THREAD, ANN, NOON, new MessageId(message));
    }

    public static EventId event(String id) {
        return new EventId(id);
    }
}
