package parley.slack;

import com.slack.api.model.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import parley.adapter.OneLine;
import parley.chat.Attachment;
import parley.chat.Author;
import parley.chat.EventId;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.ThreadId;
import parley.chat.UserId;

/** Messages that Slack keeps, as if they had been heard. For one thread of a channel. */
final class ThreadHistory {
    private static final Author PARLEY = new Author(new UserId("parley"), "Parley");

    private final ThreadId thread;
    private final BotIdentity self;
    private final Names names;
    private final Speakers speakers;
    private final Wording wording;

    ThreadHistory(ThreadId thread, BotIdentity self, Names names) {
        this.thread = thread;
        this.self = self;
        this.names = names;
        this.speakers = new Speakers(self, names);
        this.wording = new Wording(self, names);
    }

    /**
     * The root and the newest others, oldest first; a last one says what is missing after them.
     *
     * @param missing why newer ones could not be read
     */
    List<Inbound.ThreadReply> tell(List<Message> read, Optional<String> missing, int most) {
        List<Message> wanted = newest(read.stream().filter(this::tells).toList(), most);
        List<Inbound.ThreadReply> told = new ArrayList<>();
        wanted.forEach(message -> translate(message).ifPresent(told::add));
        if (!told.isEmpty()) {
            missing.ifPresent(reason -> told.add(gap(told.getLast(), reason)));
        }
        return told;
    }

    private boolean tells(Message message) {
        boolean someone = Speakers.said(message) || Speakers.reported(message);
        return someone
                && !self.wrote(message)
                && SlackIds.valid(message.getTs())
                && !(MessageText.reported(message).isBlank() && SharedFiles.of(message).isEmpty());
    }

    private List<Message> newest(List<Message> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        boolean begun = Objects.equals(all.getFirst().getTs(), thread.root());
        return Stream.concat(
                        begun ? Stream.of(all.getFirst()) : Stream.empty(),
                        all.stream().skip(all.size() - most + (begun ? 1 : 0)))
                .toList();
    }

    private Optional<Inbound.ThreadReply> translate(Message message) {
        MessageId id = new MessageId(message.getTs());
        boolean program = speakers.program(message);
        String text = program ? wording.reported(message) : wording.said(message);
        List<Attachment> files = SharedFiles.of(message);
        return SlackTime.instant(id.value())
                .map(at ->
                        new Inbound.ThreadReply(
                                event(id), thread, author(message), at, id, text, files));
    }

    private Author author(Message message) {
        return speakers.person(message).orElseGet(() -> program(message));
    }

    /** Programs go by the name that their message bears. */
    private Author program(Message message) {
        String id =
                Stream.of(message.getUser(), message.getBotId(), message.getAppId())
                        .filter(SlackIds::valid)
                        .findFirst()
                        .orElse("unknown");
        Stream<String> shown =
                Stream.of(
                        message.getUsername(),
                        message.getBotProfile() == null ? null : message.getBotProfile().getName());
        String name =
                shown.filter(Objects::nonNull)
                        .map(OneLine::of)
                        .filter(it -> !it.isEmpty())
                        .findFirst()
                        .or(() -> names.person(id))
                        .orElse(id);
        return new Author(new UserId(id), name);
    }

    /** So that the model does not take the part for the whole. */
    private Inbound.ThreadReply gap(Inbound.ThreadReply last, String reason) {
        MessageId id = new MessageId(last.message().value() + "-gap");
        Instant at = last.at();
        String text = "[Parley: newer messages of this thread could not be read: " + reason + ".]";
        return new Inbound.ThreadReply(event(id), thread, PARLEY, at, id, text, List.of());
    }

    private EventId event(MessageId message) {
        return new EventId("earlier-" + thread.channel().value() + "-" + message.value());
    }
}
