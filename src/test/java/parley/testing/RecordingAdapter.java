package parley.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import parley.chat.ChatAdapter;
import parley.chat.Handlers;
import parley.chat.Limits;
import parley.chat.MessageId;
import parley.chat.Outgoing;
import parley.chat.Platform;
import parley.chat.RateScope;
import parley.chat.Reference;
import parley.chat.Route;
import parley.chat.SendResult;
import parley.chat.StatusIndicator;
import parley.chat.ThreadId;
import parley.chat.Ticker;
import parley.chat.Write;
import parley.chat.WriteKind;

/**
 * A platform in memory: shows what is written, remembers every write, answers as it is told, and
 * counts its own budgets. Safe for use by many threads.
 */
public final class RecordingAdapter implements ChatAdapter, StatusIndicator {
    private final Platform platform;
    private final Limits limits;
    private final BudgetCheck budgets;
    private final Map<ThreadId, Map<MessageId, Outgoing>> threads = new LinkedHashMap<>();
    private final Map<String, MessageId> nonces = new LinkedHashMap<>();
    private final List<Call> writes = new ArrayList<>();
    private final List<String> statuses = new ArrayList<>();
    private final Map<ThreadId, List<String>> statusesOfThread = new HashMap<>();
    private final Map<ThreadId, Reference> answering = new HashMap<>();
    private final List<Function<Call, Optional<SendResult>>> script = new ArrayList<>();
    private final Set<ThreadId> underWay = new HashSet<>();
    private volatile Duration growth = Duration.ofDays(1);
    private volatile BiFunction<ThreadId, Write, List<Route>> routing;
    private Optional<Semaphore> gate = Optional.empty();
    private Optional<Runnable> down = Optional.empty();
    private int ids;
    private boolean closed;

    /** A call of the adapter. */
    public record Call(ThreadId thread, Write write, Route route) {}

    public RecordingAdapter(
            Platform platform, int messageLength, List<RateScope> scopes, Ticker ticker) {
        this(
                platform,
                messageLength,
                Map.of(WriteKind.POST, scopes, WriteKind.EDIT, scopes),
                ticker);
    }

    public RecordingAdapter(
            Platform platform,
            int messageLength,
            Map<WriteKind, List<RateScope>> scopes,
            Ticker ticker) {
        this.platform = platform;
        this.limits = new ScriptedLimits(messageLength);
        this.routing = (_, write) -> byKind(scopes, write);
        this.budgets = new BudgetCheck(ticker);
    }

    private static List<Route> byKind(Map<WriteKind, List<RateScope>> scopes, Write write) {
        return List.of(
                new Route(write.kind().name(), scopes.getOrDefault(write.kind(), List.of())));
    }

    private final class ScriptedLimits implements Limits {
        private final int messageLength;

        private ScriptedLimits(int messageLength) {
            this.messageLength = messageLength;
        }

        @Override
        public int messageLength() {
            return messageLength;
        }

        @Override
        public Duration growth() {
            return growth;
        }

        @Override
        public List<Route> routes(ThreadId thread, Write write) {
            return routing.apply(thread, write);
        }
    }

    /** From now on a message grows for so long at most. */
    public RecordingAdapter growing(Duration most) {
        growth = most;
        return this;
    }

    /** From now on each write can go these ways; asked by any thread at any time. */
    public RecordingAdapter routing(BiFunction<ThreadId, Write, List<Route>> routes) {
        routing = routes;
        return this;
    }

    /** The next calls end so, one after the other, without taking effect. */
    public synchronized RecordingAdapter answering(SendResult... results) {
        for (SendResult result : results) {
            script.add(_ -> Optional.of(result));
        }
        return this;
    }

    /** The next call is answered as usual. */
    public synchronized RecordingAdapter answering() {
        script.add(_ -> Optional.empty());
        return this;
    }

    /** The next call takes effect, and the answer to it is lost. */
    public synchronized RecordingAdapter losingTheAnswer() {
        script.add(write -> {
            apply(write);
            return Optional.of(new SendResult.Unreachable("the answer was lost"));
        });
        return this;
    }

    /** The next call throws. */
    public synchronized RecordingAdapter throwing(RuntimeException fault) {
        script.add(_ -> {
            throw fault;
        });
        return this;
    }

    /** Cannot be reached from now on; each call runs that first, which may let time pass. */
    public synchronized void goDown(Runnable attempt) {
        down = Optional.of(attempt);
    }

    /** Can be reached again. */
    public synchronized void comeBack() {
        down = Optional.empty();
    }

    /** Each call waits for a permit of its own from now on; tells when one has come in. */
    public synchronized Semaphore gated() {
        Semaphore permits = new Semaphore(0);
        gate = Optional.of(permits);
        return permits;
    }

    /** Lets every call through again. */
    public synchronized void ungate() {
        gate.ifPresent(permits -> permits.release(1_000_000));
        gate = Optional.empty();
    }

    /** Somebody else takes the message away. */
    public synchronized void lose(ThreadId thread, MessageId id) {
        threads.getOrDefault(thread, new LinkedHashMap<>()).remove(id);
        nonces.values().remove(id);
    }

    public synchronized List<Call> writes() {
        return List.copyOf(writes);
    }

    /** What the thread shows, oldest first. */
    public synchronized List<Outgoing> shown(ThreadId thread) {
        return List.copyOf(threads.getOrDefault(thread, Map.of()).values());
    }

    public synchronized List<MessageId> ids(ThreadId thread) {
        return List.copyOf(threads.getOrDefault(thread, Map.of()).keySet());
    }

    /** The words shown beside threads, in order; empty ones where they were cleared. */
    public synchronized List<String> statuses() {
        return List.copyOf(statuses);
    }

    /** Which answer the newest status beside the thread was about. */
    public synchronized Reference answering(ThreadId thread) {
        return answering.get(thread);
    }

    /** The words that stood beside the thread, in order. */
    public synchronized List<String> statuses(ThreadId thread) {
        return List.copyOf(statusesOfThread.getOrDefault(thread, List.of()));
    }

    /** What broke the rules: writes over budget, two writes at once in one thread. */
    public synchronized List<String> faults() {
        return budgets.faults();
    }

    @Override
    public Platform platform() {
        return platform;
    }

    @Override
    public Limits limits() {
        return limits;
    }

    @Override
    public void start(Handlers handlers) {}

    @Override
    public SendResult write(ThreadId thread, Write write, Route route) {
        Call call = new Call(thread, write, route);
        enter(call);
        try {
            waiting().ifPresent(Semaphore::acquireUninterruptibly);
            return answer(call);
        } finally {
            leave(thread);
        }
    }

    private synchronized Optional<Semaphore> waiting() {
        return gate;
    }

    private synchronized void enter(Call call) {
        writes.add(call);
        call.route().scopes().forEach(budgets::count);
        if (!underWay.add(call.thread())) {
            budgets.fault("two writes at once in " + call.thread());
        }
        notifyAll();
    }

    private synchronized void leave(ThreadId thread) {
        underWay.remove(thread);
        notifyAll();
    }

    private synchronized SendResult answer(Call write) {
        if (closed) {
            return new SendResult.Unreachable("closed");
        }
        if (down.isPresent()) {
            down.get().run();
            return new SendResult.Unreachable("no route to host");
        }
        Optional<SendResult> scripted =
                script.isEmpty() ? Optional.empty() : script.removeFirst().apply(write);
        return scripted.orElseGet(() -> apply(write));
    }

    private SendResult apply(Call call) {
        ThreadId thread = call.thread();
        return switch (call.write()) {
            case Write.Post(Outgoing message, var _) -> show(thread, message);
            case Write.Edit(MessageId id, Outgoing message) ->
                    threads.getOrDefault(thread, new LinkedHashMap<>()).replace(id, message) == null
                            ? new SendResult.Rejected("message not found")
                            : new SendResult.Sent(id);
            case Write.Sweep(Outgoing message, var _) -> {
                MessageId id = nonces.remove(message.nonce());
                if (id != null) {
                    threads.get(thread).remove(id);
                }
                yield Write.Sweep.nothing(message);
            }
            case Write.Delete(MessageId id) -> {
                threads.getOrDefault(thread, new LinkedHashMap<>()).remove(id);
                nonces.values().remove(id);
                yield new SendResult.Sent(id);
            }
        };
    }

    private SendResult show(ThreadId thread, Outgoing message) {
        MessageId id = nonces.computeIfAbsent(message.nonce(), _ -> new MessageId("m" + ++ids));
        threads.computeIfAbsent(thread, _ -> new LinkedHashMap<>()).put(id, message);
        return new SendResult.Sent(id);
    }

    @Override
    public synchronized void showStatus(ThreadId thread, String words, Optional<Reference> turn) {
        turn.ifPresent(running -> answering.put(thread, running));
        statuses.add(words);
        statusesOfThread.computeIfAbsent(thread, _ -> new ArrayList<>()).add(words);
        notifyAll();
    }

    @Override
    public synchronized void clearStatus(ThreadId thread) {
        statuses.add("");
        notifyAll();
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    /** Waits until that holds, which only a write or a status can bring about. */
    public synchronized void await(String what, Supplier<Boolean> condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.get()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("never came: " + what + "; the writes were " + writes);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
