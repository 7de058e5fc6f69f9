package parley.responder;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import parley.chat.ChatAdapter;
import parley.chat.Platform;
import parley.chat.PostedMessage;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.chat.Ticker;

/**
 * Shows growing answers in their threads, within the budgets of the platforms. Safe for use by many
 * threads. Each live {@link Reply} has a virtual thread that writes it; all replies of a platform
 * share one {@link ScopeGate}.
 */
public final class Responder implements AutoCloseable {
    /** How long {@link #close} waits for writes that are under way. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Map<Platform, ChatAdapter> adapters;
    private final Map<Platform, ScopeGate> gates = new EnumMap<>(Platform.class);
    private final ReplyLedger ledger;
    private final Ticker ticker;
    private final WriteObserver observer;
    private final Map<Reply, Thread> live = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * @param adapters of every platform whose threads are answered in
     * @param ticker used for pacing, and for how long the platform cannot be reached
     */
    public Responder(
            Map<Platform, ChatAdapter> adapters,
            ReplyLedger ledger,
            Ticker ticker,
            WriteObserver observer) {
        this.adapters = Map.copyOf(adapters);
        this.ledger = ledger;
        this.ticker = ticker;
        this.observer = observer;
        adapters.keySet().forEach(platform -> gates.put(platform, new ScopeGate(ticker)));
    }

    /**
     * Begins to show an answer. Nothing is written before there is text to show. The reply lives
     * until it is finished or abandoned: one of both must follow.
     *
     * @param messages the messages that the answer has in the thread already, by part: they are
     *     used again
     * @throws IllegalArgumentException when the thread's platform has no adapter, or one whose
     *     messages are shorter than {@link MessageSplitter#SHORTEST_MESSAGE}
     */
    public Reply open(ThreadId thread, Byline byline, List<PostedMessage> messages) {
        return open(thread, byline, new Screen(byline, messages, Optional.empty()));
    }

    /**
     * As {@link #open}, for an answer that was cut off or postponed: a message with an older text
     * may stand behind the remembered ones, which the platform takes for the first one posted now.
     *
     * @param since when that may have been written at the earliest
     */
    public Reply resume(
            ThreadId thread, Byline byline, List<PostedMessage> messages, Instant since) {
        return open(thread, byline, new Screen(byline, messages, Optional.of(since)));
    }

    private Reply open(ThreadId thread, Byline byline, Screen screen) {
        ChatAdapter adapter = adapters.get(thread.platform());
        if (adapter == null) {
            throw new IllegalArgumentException("no adapter for " + thread);
        }
        var splitter = new MessageSplitter(adapter.limits().messageLength());
        var manuscript =
                new Manuscript(byline, splitter.growing(), adapter.limits().growth(), ticker);
        var status = new StatusLine(adapter, thread, byline.turn());
        var outlet = new Outlet(adapter, ledger, observer, thread, byline.turn());
        var gate = Objects.requireNonNull(gates.get(thread.platform()));
        var writer = new ReplyWriter(manuscript, screen, status, outlet, gate, ticker);
        return start(new Reply(manuscript, status, writer), writer, byline.turn());
    }

    private Reply start(Reply reply, ReplyWriter writer, Reference turn) {
        Thread thread =
                Thread.ofVirtual()
                        .name("reply " + turn)
                        .unstarted(() -> {
                            try {
                                writer.run();
                            } finally {
                                live.remove(reply);
                            }
                        });
        live.put(reply, thread);
        thread.start();
        if (closed) {
            reply.abandon();
        }
        return reply;
    }

    /**
     * Live replies stop writing: their {@link Reply#finish} returns postponed, also that of replies
     * opened later. Waits a few seconds for writes that are under way.
     */
    @Override
    public void close() {
        closed = true;
        List<Thread> writers = List.copyOf(live.values());
        List.copyOf(live.keySet()).forEach(Reply::abandon);
        long end = ticker.nanos() + PATIENCE.toNanos();
        try {
            for (Thread writer : writers) {
                long left = end - ticker.nanos();
                if (left <= 0 || !writer.join(Duration.ofNanos(left))) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
