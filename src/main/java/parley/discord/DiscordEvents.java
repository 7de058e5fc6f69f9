package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import parley.chat.Attachment;
import parley.chat.Author;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.chat.Whereabouts;

/**
 * What an event of Discord's means to the bot: something that a person said, changed or took back,
 * or nothing. The same for events as they come and for messages of a history. Pure but for what the
 * store remembers.
 *
 * @see <a href="https://discord.com/developers/docs/events/gateway-events#messages">Message
 *     events</a>
 */
final class DiscordEvents {
    private static final Author NOBODY = new Author(new UserId("unknown"), "unknown");

    private final BotIdentity self;
    private final GuildNames names;
    private final Speakers speakers;
    private final Wording wording;
    private final Conversations conversations;
    private final InstantSource clock;

    /**
     * @param clock for what Discord tells no time of
     */
    DiscordEvents(
            BotIdentity self, GuildNames names, Whereabouts whereabouts, InstantSource clock) {
        this.self = self;
        this.names = names;
        this.speakers = new Speakers(self);
        this.wording = new Wording(self, names);
        this.conversations = new Conversations(speakers, whereabouts);
        this.clock = clock;
    }

    /**
     * @param type Discord's name of the event
     * @param where it happened
     */
    List<Inbound> translate(String type, JsonNode data, ChannelFacts where) {
        if (where.id() == 0) {
            return List.of();
        }
        return switch (type) {
            case "MESSAGE_CREATE" ->
                    said(new MessageJson(data), where).<Inbound>map(it -> it).stream().toList();
            case "MESSAGE_UPDATE" -> edited(new MessageJson(data), where).stream().toList();
            case "MESSAGE_DELETE" -> deleted(data.path("id"), where).stream().toList();
            case "MESSAGE_DELETE_BULK" ->
                    StreamSupport.stream(data.path("ids").spliterator(), false)
                            .flatMap(id -> deleted(id, where).stream())
                            .toList();
            default -> List.of();
        };
    }

    /** What a person said to the bot, or in a thread. */
    Optional<Inbound.Said> said(MessageJson message, ChannelFacts where) {
        return speakers.person(message)
                .filter(_ -> message.id() != 0 && !withheld(message, where))
                .flatMap(author -> said(message, where, author));
    }

    /** Whether Discord keeps the words from this bot. */
    private boolean withheld(MessageJson message, ChannelFacts where) {
        return !self.readsContent()
                && !where.isDirect()
                && !message.mentions(self.user())
                && !speakers.own(message);
    }

    private Optional<Inbound.Said> said(MessageJson message, ChannelFacts where, Author author) {
        Optional<ThreadId> going = conversations.before(message, where);
        ThreadId thread = going.orElseGet(() -> Conversations.begun(message.id(), where));
        EventId event = Conversations.event(message.id());
        MessageId id = DiscordIds.message(where.id(), message.id());
        Instant at = DiscordIds.madeAt(message.id());
        String words = words(message, where, going);
        List<Attachment> files = files(message, where);
        String text = Wording.orGreeting(words, !files.isEmpty());
        if (where.isDirect()) {
            return Optional.of(
                    new Inbound.DirectMessage(event, thread, author, at, id, text, files));
        }
        if (addressed(message, where)) {
            return Optional.of(new Inbound.Mention(event, thread, author, at, id, text, files));
        }
        return where.isThread() && !(words.isBlank() && files.isEmpty())
                ? Optional.of(new Inbound.ThreadReply(event, thread, author, at, id, words, files))
                : Optional.empty();
    }

    /** What was said in the conversation earlier, by programs too; not the bot's own words. */
    Optional<Inbound.ThreadReply> told(MessageJson message, ThreadId thread, ChannelFacts where) {
        return speakers.other(message)
                .filter(_ -> !withheld(message, where))
                .map(author -> told(message, thread, where, author))
                .filter(it -> !(it.text().isBlank() && it.files().isEmpty()));
    }

    private Inbound.ThreadReply told(
            MessageJson message, ThreadId thread, ChannelFacts where, Author author) {
        boolean person = speakers.person(message).isPresent();
        return new Inbound.ThreadReply(
                new EventId("earlier." + Long.toUnsignedString(message.id())),
                thread,
                author,
                DiscordIds.madeAt(message.id()),
                DiscordIds.message(where.id(), message.id()),
                person
                        ? words(message, where, Optional.of(thread))
                        : wording.reported(message, where.guild()),
                files(message, where));
    }

    private boolean addressed(MessageJson message, ChannelFacts where) {
        return speakers.asked(message)
                || message.mentions(self.user())
                || names.ownRole(where.guild()).filter(message::mentionsRole).isPresent()
                || message.repliedTo().filter(speakers::own).isPresent();
    }

    /** The bot's own answer is in the conversation anyway. */
    private String words(MessageJson message, ChannelFacts where, Optional<ThreadId> going) {
        boolean known = going.isPresent() && message.repliedTo().filter(speakers::own).isPresent();
        return wording.said(message, where.guild(), !known);
    }

    /** What a thread holds comes along with it; elsewhere a reply brings what it is about. */
    private List<Attachment> files(MessageJson message, ChannelFacts where) {
        boolean alone = !where.isDirect() && !where.isThread();
        return Stream.concat(
                        SharedFiles.of(message, where.id()).stream(),
                        message.repliedTo().filter(it -> alone && !speakers.own(it)).stream()
                                .flatMap(it -> SharedFiles.of(it, where.id()).stream()))
                .toList();
    }

    /** Discord tells of previews, pins and flags as updates too, and again of old edits. */
    private Optional<Inbound> edited(MessageJson message, ChannelFacts where) {
        boolean told = message.json().has("content") && !withheld(message, where);
        return message.editedAt()
                .filter(_ -> told && message.id() != 0 && !speakers.own(message))
                .flatMap(at -> speakers.person(message).map(by -> edited(message, where, by, at)));
    }

    private Inbound edited(MessageJson message, ChannelFacts where, Author author, Instant at) {
        String words = words(message, where, conversations.before(message, where));
        return new Inbound.Edited(
                new EventId(
                        "edit." + Long.toUnsignedString(message.id()) + "." + at.toEpochMilli()),
                conversations.holding(message.id(), where),
                author,
                at,
                DiscordIds.message(where.id(), message.id()),
                Wording.orGreeting(words, !files(message, where).isEmpty()));
    }

    /** Discord does not say whose message it was. */
    private Optional<Inbound> deleted(JsonNode id, ChannelFacts where) {
        long message = id.asLong();
        return message == 0
                ? Optional.empty()
                : Optional.of(
                        new Inbound.Deleted(
                                new EventId("delete." + Long.toUnsignedString(message)),
                                conversations.holding(message, where),
                                NOBODY,
                                clock.instant(),
                                DiscordIds.message(where.id(), message)));
    }
}
