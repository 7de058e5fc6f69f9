package parley.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The one page that is open: notes when each question's thread shows something. The time is taken
 * before a line is looked at, and of most lines only the thread's name is read.
 */
final class EventsReader implements AutoCloseable {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String THREAD = "\"thread\":\"";
    private static final String DATA = "data: ";
    private static final int ID_LENGTH = 36;

    private final Map<String, Question> questions = new ConcurrentHashMap<>();
    private final CountDownLatch open = new CountDownLatch(1);
    private final AtomicInteger resyncs = new AtomicInteger();
    private final Socket socket;

    EventsReader(URI base) throws IOException, InterruptedException {
        socket = new Socket(base.getHost(), base.getPort());
        String request = "GET /api/events HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        Thread.ofPlatform().name("page").daemon().start(this::read);
        open.await();
    }

    void follow(Question question) {
        questions.put(question.id, question);
    }

    Question question(String id) {
        return questions.get(id);
    }

    void forget(Question question) {
        questions.remove(question.id);
    }

    /** How often the page was too slow and lost events, since last asked. */
    int resyncs() {
        return resyncs.getAndSet(0);
    }

    private void read() {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8),
                        1 << 16)) {
            String event = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    event = line.substring("event: ".length());
                } else if (line.startsWith(DATA)) {
                    handle(event, line, System.nanoTime());
                }
            }
        } catch (IOException e) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void handle(String event, String data, long now) throws IOException {
        switch (event) {
            case "hello" -> open.countDown();
            case "resync" -> resyncs.incrementAndGet();
            case "patch" -> {
                Question question = find(data);
                if (question != null && !data.endsWith("\"tail\":\"\"}")) {
                    question.shows(now);
                }
            }
            case "message" -> {
                Question question = find(data);
                if (question != null) {
                    message(question, MAPPER.readTree(data.substring(DATA.length())), now);
                }
            }
            default -> {}
        }
    }

    private Question find(String data) {
        int at = data.indexOf(THREAD) + THREAD.length();
        return questions.get(data.substring(at, at + ID_LENGTH));
    }

    private static void message(Question question, JsonNode event, long now) {
        JsonNode message = event.path("message");
        if (message.path("author").asText().isEmpty()) {
            question.turn = message.path("turn").asText();
            if (!message.path("text").asText().isEmpty()) {
                question.shows(now);
            }
            if (message.path("settled").asBoolean()) {
                question.settles(now);
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
