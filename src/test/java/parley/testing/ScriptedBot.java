package parley.testing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import parley.chat.Button;
import parley.chat.ChatAdapter;
import parley.chat.Commands;
import parley.chat.Handlers;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.Outgoing;
import parley.chat.Press;
import parley.chat.Receipt;
import parley.chat.Reference;
import parley.chat.SendResult;
import parley.chat.StatusIndicator;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.chat.Write;

/**
 * Stands behind an adapter in place of the whole program: answers each question with a given text
 * that grows by one word for each permit that the test gives, until Stop is pressed.
 */
public final class ScriptedBot {
    private static final UserId ASKER = new UserId("asker");

    private final ChatAdapter adapter;
    private final AtomicInteger turns = new AtomicInteger();
    private final Semaphore words = new Semaphore(0);
    private final Set<Reference> stopped = ConcurrentHashMap.newKeySet();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<Inbound> heard = new LinkedBlockingQueue<>();
    private volatile String answer = "An answer.";
    private volatile Optional<Receipt> receipt = Optional.empty();

    public ScriptedBot(ChatAdapter adapter) {
        this.adapter = adapter;
    }

    public void start() {
        start(new ScriptedCommands());
    }

    public void start(Commands commands) {
        adapter.start(
                new Handlers(
                        this::accept,
                        commands,
                        this::press,
                        new EmptyOverview(),
                        new NoWhereabouts()));
    }

    /** What the next questions are answered. */
    public void willAnswer(String text) {
        answer = text;
    }

    /** Every event gets this receipt and no answer; empty for the ordinary way. */
    public void willSay(Optional<Receipt> always) {
        receipt = always;
    }

    /** Lets growing answers grow by that many words. */
    public void grow(int count) {
        words.release(count);
    }

    /** Every event in the order of arrival, repeated ones too. */
    public BlockingQueue<Inbound> heard() {
        return heard;
    }

    private Receipt accept(Inbound event) {
        heard.add(event);
        if (receipt.isPresent()) {
            return receipt.get();
        }
        if (!seen.add(event.event().value())) {
            return Receipt.DUPLICATE;
        }
        return switch (event) {
            case Inbound.ThreadReply reply -> Receipt.NOTED;
            case Inbound.Edited edited -> Receipt.ACCEPTED;
            case Inbound.Deleted deleted -> Receipt.ACCEPTED;
            default -> answer(event.thread());
        };
    }

    private Receipt answer(ThreadId thread) {
        var turn = new Reference("T-%08d".formatted(turns.incrementAndGet()));
        String text = answer;
        Thread.ofVirtual().start(() -> write(thread, turn, text));
        return Receipt.ACCEPTED;
    }

    private void write(ThreadId thread, Reference turn, String text) {
        status().ifPresent(shown -> shown.showStatus(thread, "Thinking", Optional.empty()));
        words.acquireUninterruptibly();
        Optional<MessageId> message = Optional.empty();
        int end = 0;
        while (end < text.length() && !stopped.contains(turn)) {
            end = nextWord(text, end);
            message = Optional.of(show(thread, message, growing(turn, text.substring(0, end))));
            status().ifPresent(shown -> shown.clearStatus(thread));
            words.acquireUninterruptibly();
        }
        show(thread, message, settled(turn, text.substring(0, end), end < text.length()));
    }

    private Optional<StatusIndicator> status() {
        return adapter instanceof StatusIndicator shown ? Optional.of(shown) : Optional.empty();
    }

    private static int nextWord(String text, int from) {
        int space = text.indexOf(' ', from + 1);
        return space < 0 ? text.length() : space;
    }

    private MessageId show(ThreadId thread, Optional<MessageId> message, Outgoing outgoing) {
        SendResult result =
                write(
                        thread,
                        message.<Write>map(id -> new Write.Edit(id, outgoing))
                                .orElseGet(() -> new Write.Post(outgoing)));
        return result instanceof SendResult.Sent sent
                ? sent.message()
                : message.orElseThrow(() -> new IllegalStateException(result.toString()));
    }

    private static Outgoing growing(Reference turn, String text) {
        return new Outgoing(
                turn,
                ASKER,
                0,
                text,
                text.length(),
                Optional.empty(),
                Optional.empty(),
                List.of(Button.STOP),
                false);
    }

    private static Outgoing settled(Reference turn, String text, boolean cut) {
        return new Outgoing(
                turn,
                ASKER,
                0,
                text,
                text.length(),
                cut ? Optional.of("Stopped by Ada Lovelace.") : Optional.empty(),
                Optional.of("default · claude-sonnet-5-5 · 1,204 in, 388 out · $0.0094 · 6.2 s"),
                cut
                        ? List.of(Button.RETRY, Button.CONTINUE, Button.LIKE, Button.DISLIKE)
                        : List.of(Button.RETRY, Button.LIKE, Button.DISLIKE),
                true);
    }

    private SendResult write(ThreadId thread, Write write) {
        return adapter.write(thread, write, adapter.limits().routes(thread, write).getFirst());
    }

    private Optional<String> press(Press press) {
        if (press.button() == Button.STOP) {
            stopped.add(press.turn());
            words.release();
            return Optional.empty();
        }
        return press.button() == Button.RETRY
                ? Optional.of("Only Grace Hopper, who asked, or an admin can do that.")
                : Optional.empty();
    }
}
