package parley.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import parley.chat.ChatAdapter;
import parley.chat.ChatMessage;
import parley.chat.Handlers;
import parley.chat.Limits;
import parley.chat.MessageId;
import parley.chat.MessageLog;
import parley.chat.Outgoing;
import parley.chat.Platform;
import parley.chat.Reference;
import parley.chat.Route;
import parley.chat.SendResult;
import parley.chat.StatusIndicator;
import parley.chat.ThreadId;
import parley.chat.Write;

/**
 * The playground as a chat platform: the bot's side of it. What is posted or settled stands in the
 * log; texts that still grow live in memory and reach the open pages as they come. Safe for use by
 * many threads.
 */
public final class PlaygroundAdapter implements ChatAdapter, StatusIndicator {
    private static final int MOST_GROWING = 4096;

    private final Limits limits = new WebLimits();
    private final InstantSource clock;
    private final EventHub hub;
    private final Board board;
    private final Playground playground;
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
        this.playground = new Playground(board, clock, commands, offline);
    }

    /** The people's side. */
    Playground playground() {
        return playground;
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
        playground.open(handlers);
    }

    @Override
    public SendResult write(ThreadId thread, Write write, Route route) {
        return switch (write) {
            case Write.Post(Outgoing message) -> shown(thread, message, () -> add(thread, message));
            case Write.Edit(MessageId id, Outgoing message) ->
                    shown(thread, message, () -> replace(thread, id, message));
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
        if (standing.isEmpty() || standing.get().author().isPresent()) {
            return new SendResult.Rejected("there is no such message of the bot");
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
        if (board.find(thread, id).flatMap(ChatMessage::author).isPresent()) {
            return new SendResult.Rejected("the message is not the bot's");
        }
        board.remove(thread, id);
        return new SendResult.Sent(id);
    }

    private SendResult shown(ThreadId thread, Outgoing message, Supplier<SendResult> how) {
        if (Room.find(thread.channel()).isEmpty()) {
            return new SendResult.Rejected("there is no channel " + thread.channel());
        }
        if (message.text().length() > limits.messageLength()) {
            return new SendResult.Rejected(
                    "the text is longer than " + limits.messageLength() + " characters");
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
    public void close() {
        if (!closed) {
            closed = true;
            playground.close();
            board.rest();
            hub.close();
        }
    }
}
