package parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A loopback server that speaks the Messages API and the Models API, with scripted faults. Queued
 * replies are used up in order; when there is none, the default answers. Records every request.
 * Safe for use by many threads; bears hundreds of streams at once.
 */
public final class FakeAnthropic implements AutoCloseable {
    private static final int BACKLOG = 1_024;
    private static final long SECONDS = 20;

    private final ServerSocket socket;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final Queue<FakeReply> replies = new ConcurrentLinkedQueue<>();
    private final List<RecordedRequest> messages = new CopyOnWriteArrayList<>();
    private final List<RecordedRequest> models = new CopyOnWriteArrayList<>();
    private final BlockingQueue<RecordedRequest> arrived = new LinkedBlockingQueue<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile Function<RecordedRequest, FakeReply> answer =
            request -> FakeReply.answer("This is ", "answer ", request.number() + ".");
    private volatile Function<String, FakeReply> model = FakeAnthropic::knownModel;
    private volatile Optional<MessageRules> rules = Optional.empty();
    private volatile boolean recording = true;

    private FakeAnthropic(ServerSocket socket) {
        this.socket = socket;
    }

    /** Listens on a free port. */
    public static FakeAnthropic start() {
        return start(0);
    }

    public static FakeAnthropic start(int port) {
        try {
            FakeAnthropic server =
                    new FakeAnthropic(
                            new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(server::listen);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The base URL for clients. */
    public String url() {
        return "http://" + socket.getInetAddress().getHostAddress() + ":" + socket.getLocalPort();
    }

    /** Replies to the next requests for messages, one each. */
    public FakeAnthropic enqueue(FakeReply... next) {
        replies.addAll(List.of(next));
        return this;
    }

    /** What requests get for which nothing is queued. */
    public FakeAnthropic answer(Function<RecordedRequest, FakeReply> otherwise) {
        answer = otherwise;
        return this;
    }

    /**
     * Refuses from now on what the API refuses in a conversation, before anything else.
     *
     * @param signatures which signatures of thinking are valid
     */
    public FakeAnthropic strict(Predicate<String> signatures) {
        rules = Optional.of(new MessageRules(signatures));
        return this;
    }

    /** What a question about a model gets, by its name. */
    public FakeAnthropic models(Function<String, FakeReply> reply) {
        model = reply;
        return this;
    }

    /** Keeps no requests, for long runs under load. */
    public FakeAnthropic withoutRecording() {
        recording = false;
        return this;
    }

    /** Waits for the next request for a message that was not taken yet. */
    public RecordedRequest takeRequest() {
        try {
            RecordedRequest next = arrived.poll(SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("no request came within " + SECONDS + " s");
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** All requests for messages so far, in the order of their arrival. */
    public List<RecordedRequest> requests() {
        return List.copyOf(messages);
    }

    /** All questions about models so far. */
    public List<RecordedRequest> modelRequests() {
        return List.copyOf(models);
    }

    /** How many connections are open now. */
    public int connections() {
        return connections.size();
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try {
            new FakeConnection(connection, this, this::record).run();
        } finally {
            connections.remove(connection);
        }
    }

    private RecordedRequest record(HttpHead head, byte[] body) {
        boolean message = head.path().endsWith("/v1/messages");
        int number = message ? numbers.incrementAndGet() : 0;
        RecordedRequest request = new RecordedRequest(number, head, body);
        if (recording) {
            (message ? messages : models).add(request);
            if (message) {
                arrived.add(request);
            }
        }
        return request;
    }

    FakeReply replyTo(RecordedRequest request) {
        if (request.path().endsWith("/v1/messages") && request.method().equals("POST")) {
            return rules.flatMap(it -> it.judge(request.json())).orElseGet(() -> next(request));
        }
        int name = request.path().indexOf("/v1/models/");
        return name >= 0
                ? model.apply(request.path().substring(name + "/v1/models/".length()))
                : FakeReply.status(404, "not_found_error", "Not found");
    }

    private FakeReply next(RecordedRequest request) {
        FakeReply queued = replies.poll();
        return queued == null ? answer.apply(request) : queued;
    }

    /** What a question about a model gets unless set. */
    public static FakeReply knownModel(String name) {
        return name.startsWith("claude-")
                ? model(name, 1_000_000, 128_000, "low", "medium", "high", "xhigh", "max")
                : FakeReply.status(404, "not_found_error", "model: " + name);
    }

    /** What the Models API tells of a model. */
    public static FakeReply model(String name, long context, long output, String... efforts) {
        Map<String, Object> levels = Sse.fields("supported", efforts.length > 0);
        for (String level : List.of("low", "medium", "high", "xhigh", "max")) {
            levels.put(level, Sse.fields("supported", List.of(efforts).contains(level)));
        }
        return FakeReply.body(
                200,
                Sse.json(
                        Sse.fields(
                                "type",
                                "model",
                                "id",
                                name,
                                "display_name",
                                name,
                                "created_at",
                                "2026-01-01T00:00:00Z",
                                "lifecycle",
                                "active",
                                "max_input_tokens",
                                context,
                                "max_tokens",
                                output,
                                "capabilities",
                                Sse.fields("effort", levels))));
    }
}
