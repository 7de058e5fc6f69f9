package parley.slack;

import com.slack.api.model.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.chat.Attachment;
import parley.chat.Author;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.chat.Whereabouts;

/**
 * What an event of Slack's means to the bot: something that a person said, changed or took back, or
 * nothing. Knows only the names that it is given, because Slack waits for the acknowledgement; ids
 * without a name stay open, see {@link OpenNames}. Pure.
 *
 * @see <a href="https://docs.slack.dev/reference/events/message">The message event</a>
 */
final class SlackEvents {
    private static final String DELETED_ROOT = "tombstone";
    private static final Author NOBODY = new Author(new UserId("unknown"), "unknown");

    private final BotIdentity self;
    private final Speakers speakers;
    private final Wording wording;

    SlackEvents(BotIdentity self, Names names) {
        this.self = self;
        this.speakers = new Speakers(self, names);
        this.wording = new Wording(self, names);
    }

    /** Which message an event is about, and where and when. */
    private record About(EventId event, ThreadId thread, MessageId message, Instant at) {}

    Optional<Inbound> translate(Delivery delivery) {
        return switch (elsewhere(delivery) ? "" : delivery.type()) {
            case "app_mention" -> direct(delivery) ? Optional.empty() : said(delivery);
            case "message" -> message(delivery);
            default -> Optional.empty();
        };
    }

    /** That a message which was heard is gone. */
    static Inbound.Deleted gone(Whereabouts.Known known, Instant at) {
        ThreadId thread = known.thread();
        var event =
                new EventId(
                        "past-gone-" + thread.channel().value() + "-" + known.message().value());
        return new Inbound.Deleted(event, thread, NOBODY, at, known.message());
    }

    /** One app can be installed in several workspaces; this bot has the token of one. */
    private boolean elsewhere(Delivery delivery) {
        String workspace = delivery.workspace();
        return !workspace.isEmpty() && !workspace.equals(self.workspace().value());
    }

    /** Slack tells mentions in direct messages as messages. */
    private static boolean direct(Delivery delivery) {
        return delivery.channelType().equals("im") || SlackIds.direct(delivery.channel());
    }

    private Optional<Inbound> message(Delivery delivery) {
        return switch (Speakers.subtype(delivery.message())) {
            case "message_changed" -> delivery.changed().flatMap(now -> changed(delivery, now));
            case "message_deleted" -> deleted(delivery, place(delivery));
            default -> said(delivery);
        };
    }

    private Optional<Inbound> said(Delivery delivery) {
        Message message = delivery.message();
        Optional<Author> author = speakers.person(message).filter(_ -> Speakers.said(message));
        return author.flatMap(person ->
                about(delivery, message).flatMap(about -> said(delivery, message, about, person)));
    }

    private Optional<Inbound> said(Delivery delivery, Message it, About about, Author author) {
        EventId event = about.event;
        ThreadId thread = about.thread;
        MessageId id = about.message;
        String text = wording.said(it);
        List<Attachment> files = SharedFiles.of(it);
        if (direct(delivery)) {
            return Optional.of(
                    new Inbound.DirectMessage(event, thread, author, about.at, id, text, files));
        }
        if (delivery.type().equals("app_mention") || wording.addressed(it)) {
            return Optional.of(
                    new Inbound.Mention(event, thread, author, about.at, id, text, files));
        }
        return thread.root().equals(id.value())
                ? Optional.empty()
                : Optional.of(
                        new Inbound.ThreadReply(event, thread, author, about.at, id, text, files));
    }

    /** Slack tells of previews, counters and pins as changes too: only other words count. */
    private Optional<Inbound> changed(Delivery delivery, Message now) {
        if (Speakers.subtype(now).equals(DELETED_ROOT)) {
            return deleted(delivery, now);
        }
        boolean same =
                delivery.previous()
                        .map(was -> MessageText.typed(was).equals(MessageText.typed(now)))
                        .orElse(now.getEdited() == null);
        if (same || !Speakers.said(now)) {
            return Optional.empty();
        }
        return speakers.person(now)
                .flatMap(author ->
                        about(delivery, now).map(it -> edited(it, author, wording.said(now))));
    }

    private static Inbound edited(About it, Author author, String text) {
        return new Inbound.Edited(it.event, it.thread, author, it.at, it.message, text);
    }

    /**
     * Whose message it was is told by what was there before; where Slack leaves that out, it is
     * forgotten all the same. Of programs nothing is kept.
     *
     * @param where the message stood
     */
    private Optional<Inbound> deleted(Delivery delivery, Message where) {
        if (delivery.previous().filter(speakers::program).isPresent()) {
            return Optional.empty();
        }
        Author author = delivery.previous().flatMap(speakers::person).orElse(NOBODY);
        return about(delivery, where)
                .map(it -> new Inbound.Deleted(it.event, it.thread, author, it.at, it.message));
    }

    /** The place of a deleted message. */
    private static Message place(Delivery delivery) {
        Message place = new Message();
        Optional<Message> gone = delivery.previous();
        place.setTs(gone.map(Message::getTs).orElse(delivery.deletedTs()));
        place.setThreadTs(gone.map(Message::getThreadTs).orElse(null));
        return place;
    }

    /** What an event is about; empty where Slack left out too much to tell. */
    private Optional<About> about(Delivery delivery, Message message) {
        Optional<ThreadId> thread = SlackIds.thread(self.workspace(), delivery.channel(), message);
        Optional<MessageId> id = SlackIds.message(message.getTs());
        if (thread.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        return when(delivery, message)
                .map(at -> new About(event(delivery, id.get()), thread.get(), id.get(), at));
    }

    /** Changes happen when the event does, later than the message that they are about. */
    private static Optional<Instant> when(Delivery delivery, Message message) {
        Optional<Instant> said = SlackTime.instant(message.getTs());
        return delivery.message() == message
                ? said
                : SlackTime.instant(delivery.eventTs()).or(() -> said);
    }

    private static EventId event(Delivery delivery, MessageId message) {
        return SlackIds.valid(delivery.event())
                ? new EventId(delivery.event())
                : new EventId(
                        String.join(
                                "-",
                                delivery.type(),
                                delivery.channel(),
                                message.value(),
                                SlackIds.valid(delivery.eventTs()) ? delivery.eventTs() : ""));
    }
}
