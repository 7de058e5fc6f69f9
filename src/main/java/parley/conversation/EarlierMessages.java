package parley.conversation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.Attachment;
import parley.chat.Earlier;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.ThreadReader;
import parley.claude.ContentBlock;

/**
 * What was said in a thread before the bot was asked there; their files are named but not fetched.
 *
 * @param messages oldest first
 * @param fault why there are none; continues "could not be read: …"
 */
record EarlierMessages(List<Contribution> messages, Optional<String> fault) {
    private static final Logger LOG = LoggerFactory.getLogger(EarlierMessages.class);

    /** How many are read: what a busy thread is about, and one request of most platforms. */
    private static final int MOST = 50;

    private static final String SOME_ONLY =
            "[Parley: of the messages before you were asked at most "
                    + MOST
                    + " are here: the first one and the newest.]";

    static final EarlierMessages NONE = new EarlierMessages(List.of(), Optional.empty());

    EarlierMessages {
        messages = List.copyOf(messages);
    }

    /**
     * @param asked the messages that the turn covers anyway, oldest first, at least one
     */
    static EarlierMessages read(ThreadReader reader, List<Inbound.Said> asked) {
        Inbound.Said first = asked.getFirst();
        return switch (reader.earlier(first.thread(), first.message(), MOST)) {
            case Earlier.Told(var messages) ->
                    new EarlierMessages(told(messages, asked), Optional.empty());
            case Earlier.Untold(String reason) -> {
                LOG.warn("The earlier messages of {} are not told: {}", first.thread(), reason);
                yield new EarlierMessages(List.of(), Optional.of(reason));
            }
        };
    }

    private static List<Contribution> told(
            List<Inbound.ThreadReply> messages, List<Inbound.Said> asked) {
        Set<MessageId> known = new HashSet<>();
        asked.forEach(message -> known.add(message.message()));
        List<Contribution> told = new ArrayList<>();
        for (Inbound.ThreadReply message : messages) {
            if (known.add(message.message())) {
                boolean some = told.isEmpty() && messages.size() >= MOST;
                told.add(Contribution.plain(message).with(notes(message, some), Optional.empty()));
            }
        }
        return told;
    }

    private static List<ContentBlock> notes(Inbound.ThreadReply message, boolean someOnly) {
        List<ContentBlock> notes = new ArrayList<>();
        for (Attachment file : message.files()) {
            notes.add(new ContentBlock.Text(Sentences.onlyNamed(FileName.plain(file.name()))));
        }
        if (someOnly) {
            notes.add(new ContentBlock.Text(SOME_ONLY));
        }
        return notes;
    }

    /** The message, which brings people and model the news when they could not be read. */
    Contribution tellWith(Contribution newest) {
        if (fault.isEmpty()) {
            return newest;
        }
        String sentence = Sentences.earlierNotRead(fault.get());
        List<ContentBlock> blocks = new ArrayList<>(newest.files());
        blocks.addFirst(new ContentBlock.Text("[Parley: " + sentence + "]"));
        return newest.remarking(sentence).with(blocks);
    }
}
