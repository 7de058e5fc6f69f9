package parley.slack;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.slack.api.model.Message;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.adapter.Excerpt;
import parley.adapter.OneLine;
import parley.chat.ChannelId;
import parley.chat.ThreadId;
import parley.chat.WorkspaceId;

/**
 * The message that somebody asks about, as the modal carries it from its opening to its submission.
 *
 * @param channel its id
 * @param place the channel's name; empty where it is nobody else's business
 * @param root of the thread in which the message stands, or the message itself
 * @param author an id, or a program's name
 * @param words its beginning, as Markdown
 */
record AskedMessage(String channel, String place, String root, String author, String words) {
    /** docs.slack.dev/reference/views/modal-views: of {@code private_metadata}. */
    private static final int LONGEST_PRINTED = 3_000;

    private static final int LONGEST_WORDS = 1_000;
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    /** Empty where Slack left out where the message stands. */
    static Optional<AskedMessage> of(
            String channel, String channelName, Message message, BotIdentity self, Names names) {
        Wording wording = new Wording(self, names);
        Speakers speakers = new Speakers(self, names);
        boolean program = speakers.program(message);
        String words = program ? wording.reported(message) : wording.said(message);
        String author = program ? name(message, self) : message.getUser();
        return SlackIds.thread(self.workspace(), channel, message)
                .map(thread ->
                        new AskedMessage(
                                channel,
                                OneLine.of(channelName),
                                thread.root(),
                                Optional.ofNullable(author).orElse(""),
                                Excerpt.of(words, LONGEST_WORDS)));
    }

    private static String name(Message message, BotIdentity self) {
        if (self.wrote(message)) {
            return self.name();
        }
        String profile = message.getBotProfile() == null ? null : message.getBotProfile().getName();
        return Stream.of(Optional.ofNullable(message.getUsername()), Optional.ofNullable(profile))
                .flatMap(Optional::stream)
                .map(OneLine::of)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("a program");
    }

    ThreadId thread(WorkspaceId workspace) {
        return new ThreadId(new ChannelId(workspace, channel), root);
    }

    /**
     * The question with the message that is meant under it.
     *
     * @param name of its author
     */
    String quotedUnder(String question, String name) {
        String quote = words.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
        String whose = name.isEmpty() ? "" : " of " + name;
        return quote.isBlank()
                ? question
                : question + "\n\nI mean this message" + whose + ":\n" + quote;
    }

    /** As {@code private_metadata}, with fewer words where they would not fit. */
    String print() {
        String printed = GSON.toJson(this);
        int over = printed.length() - LONGEST_PRINTED;
        return over <= 0 ? printed : shortened(Math.max(0, words.length() - over)).print();
    }

    private AskedMessage shortened(int length) {
        return new AskedMessage(channel, place, root, author, Excerpt.of(words, length));
    }

    /** What {@link #print} printed; empty for anything else. */
    static Optional<AskedMessage> read(String printed) {
        try {
            return Optional.ofNullable(GSON.fromJson(printed, AskedMessage.class));
        } catch (JsonParseException _) {
            return Optional.empty();
        }
    }
}
