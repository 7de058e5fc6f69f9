package parley.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import parley.chat.ChannelId;
import parley.chat.ChatAdapter;
import parley.chat.ChatMessage;
import parley.chat.Handlers;
import parley.chat.Limits;
import parley.chat.Membership;
import parley.chat.MessageId;
import parley.chat.MessageLog;
import parley.chat.Notice;
import parley.chat.Noticeboard;
import parley.chat.Outgoing;
import parley.chat.Platform;
import parley.chat.Reference;
import parley.chat.Route;
import parley.chat.SendResult;
import parley.chat.Standing;
import parley.chat.StatusIndicator;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.chat.Write;

/**
 * The playground as a chat platform: the bot's side of it. What is posted or settled stands in the
 * log; texts that still grow live in memory and reach the open pages as they come. Safe for use by
 * many threads.
 */
public final class PlaygroundAdapter
        implements ChatAdapter, StatusIndicator, Noticeboard, Membership {
    private static final int MOST_GROWING = 4096;

    private final Limits limits = new WebLimits();
    private final InstantSource clock;
    private final EventHub hub;
    private final Board board;
    private final Core core = new Core();
    private final People people;
    private final Notices notices;
    private final Playground playground;
    private final CommandDesk desk;
    private volatile boolean closed;

    /**
     * @param log keeps the messages; stays open until this adapter is closed
     * @param commands what the composer offers when a person types a slash
     * @param offline whether made-up answers have to be announced on the page
     */
    public PlaygroundAdapter(
            MessageLog log, InstantSource clock, List<CommandHint> commands, boolean offline) {
        this.clock = clock;
        this.hub = new EventHub(UUID.randomUUID().toString());
        this.board = new Board(log, hub, MOST_GROWING);
        this.people = new People(hub);
        this.notices = new Notices(board, clock);
        this.playground = new Playground(board, clock, core, people, commands, offline);
        this.desk = new CommandDesk(core, people, notices);
    }

    /** The people's side. */
    Playground playground() {
        return playground;
    }

    /** The people's side of commands. */
    CommandDesk desk() {
        return desk;
    }

    /** Where the open pages listen. */
    EventHub hub() {
        return hub;
    }

    @Override
    public Platform platform() {
        return Platform.WEB;
    }

    @Override
    public Limits limits() {
        return limits;
    }

    @Override
    public void start(Handlers handlers) {
        core.open(handlers);
    }

    @Override
    public SendResult write(ThreadId thread, Write write, Route route) {
        return switch (write) {
            case Write.Post(Outgoing message, var _) ->
                    fitting(thread.channel(), message.text(), () -> add(thread, message));
            case Write.Edit(MessageId id, Outgoing message) ->
                    fitting(thread.channel(), message.text(), () -> replace(thread, id, message));
            case Write.Sweep(Outgoing message, var _) ->
                    attempt(() -> remove(thread, new MessageId(message.nonce())));
            case Write.Delete(MessageId id) -> attempt(() -> remove(thread, id));
        };
    }

    private SendResult add(ThreadId thread, Outgoing message) {
        var id = new MessageId(message.nonce());
        ChatMessage standing =
                board.add(message.nonce(), shown(thread, id, clock.instant(), message));
        if (!standing.outgoing().equals(Optional.of(message))) {
            board.replace(shown(thread, standing.id(), standing.at(), message));
        }
        return new SendResult.Sent(standing.id());
    }

    private SendResult replace(ThreadId thread, MessageId id, Outgoing message) {
        Optional<ChatMessage> standing = board.find(thread, id);
        if (standing.flatMap(ChatMessage::outgoing).isEmpty()) {
            return new SendResult.Rejected("there is no such answer");
        }
        return board.replace(shown(thread, id, standing.get().at(), message))
                ? new SendResult.Sent(id)
                : new SendResult.Rejected("the message is gone");
    }

    private static ChatMessage shown(ThreadId thread, MessageId id, Instant at, Outgoing message) {
        return new ChatMessage(
                id, thread, Optional.empty(), at, message.text(), Optional.of(message), false);
    }

    private SendResult remove(ThreadId thread, MessageId id) {
        if (board.find(thread, id).filter(it -> it.outgoing().isEmpty()).isPresent()) {
            return new SendResult.Rejected("the message is no answer");
        }
        board.remove(thread, id);
        return new SendResult.Sent(id);
    }

    @Override
    public SendResult post(Notice notice) {
        boolean alone = Room.find(notice.channel()).filter(Room::isDirect).isPresent();
        if (alone && !notice.choices().isEmpty()) {
            return new SendResult.Rejected("nobody else reads these direct messages");
        }
        return fitting(
                notice.channel(), notice.text(), () -> new SendResult.Sent(notices.post(notice)));
    }

    private SendResult fitting(ChannelId channel, String text, Supplier<SendResult> how) {
        if (Room.find(channel).isEmpty()) {
            return new SendResult.Rejected("there is no channel " + channel);
        }
        if (text.length() > limits.messageLength()) {
            return new SendResult.Rejected(
                    "the text is longer than " + limits.messageLength() + " characters",
                    SendResult.Ground.CONTENT);
        }
        return attempt(how);
    }

    private SendResult attempt(Supplier<SendResult> how) {
        if (closed) {
            return new SendResult.Unreachable("the playground is closed");
        }
        try {
            return how.get();
        } catch (RuntimeException e) {
            return new SendResult.Unreachable("the message log failed: " + e);
        }
    }

    @Override
    public void showStatus(ThreadId thread, String words, Optional<Reference> turn) {
        if (!closed) {
            board.status(thread, new Status(words, turn.map(Reference::value).orElse("")));
        }
    }

    @Override
    public void clearStatus(ThreadId thread) {
        board.status(thread, Status.NONE);
    }

    /** Messages were taken out of the log: no open page goes on showing them. */
    public void reload() {
        if (!closed) {
            board.reload();
        }
    }

    @Override
    public Optional<Standing> standing(ChannelId channel, UserId person) {
        return people.standing(channel, person);
    }

    @Override
    public boolean belongs(ChannelId channel, UserId person, String group) {
        return people.belongs(channel, person, group);
    }

    @Override
    public Optional<Group> group(ChannelId channel, String words) {
        return people.group(channel, words);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            core.close();
            board.rest();
            hub.close();
        }
    }
}
