package parley.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Uses the playground as its page does: over HTTP, waiting on its event stream. */
public final class PlaygroundClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SECONDS = 30;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final Semaphore changes = new Semaphore(0);
    private final InputStream events;
    private final Consumer<String> lines;

    /**
     * @param base the program's address, ending in a slash
     */
    public PlaygroundClient(String base) {
        this(base, _ -> {});
    }

    /**
     * @param lines hears every line of the event stream
     */
    public PlaygroundClient(String base, Consumer<String> lines) {
        this.base = base;
        this.lines = lines;
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + "api/events")).build();
            this.events = http.send(request, BodyHandlers.ofInputStream()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        try (var reader =
                new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.accept(line);
                changes.release();
            }
        } catch (IOException e) {
            // The program went away, or this client was closed.
        }
        changes.release();
    }

    /**
     * A message of the thread as the server tells it.
     *
     * @param choices the actions of a notice's buttons
     */
    public record Shown(
            String id,
            String author,
            String text,
            String note,
            String footer,
            String turn,
            List<String> buttons,
            boolean settled,
            boolean notice,
            List<String> choices) {
        private static Shown of(JsonNode node) {
            List<String> buttons = new ArrayList<>();
            node.path("buttons").forEach(button -> buttons.add(button.asText()));
            return new Shown(
                    node.path("id").asText(),
                    node.path("author").asText(),
                    node.path("text").asText(),
                    node.path("note").asText(),
                    node.path("footer").asText(),
                    node.path("turn").asText(),
                    buttons,
                    node.path("settled").asBoolean(),
                    node.path("notice").asBoolean(),
                    node.path("choices").findValuesAsText("action"));
        }

        /** Whether it is an answer, or a part of one. */
        public boolean byBot() {
            return author.isEmpty() && !notice;
        }
    }

    /** Begins a thread in the channel; gives its root. */
    public String ask(String channel, String author, String text) {
        return say(channel, "", author, text, UUID.randomUUID().toString())
                .path("message")
                .path("thread")
                .asText();
    }

    /** Writes into a thread; gives the message's id. */
    public String reply(String channel, String root, String author, String text) {
        return say(channel, root, author, text, UUID.randomUUID().toString())
                .path("message")
                .path("id")
                .asText();
    }

    /** Sends a message under an id of the caller's. */
    public JsonNode say(String channel, String root, String author, String text, String id) {
        return send(
                "POST",
                "channels/" + channel + "/messages",
                Map.of("id", id, "author", author, "text", text, "thread", root));
    }

    public JsonNode edit(String channel, String root, String id, String author, String text) {
        return send(
                "PUT",
                "channels/" + channel + "/threads/" + root + "/messages/" + id,
                Map.of("id", UUID.randomUUID().toString(), "author", author, "text", text));
    }

    public JsonNode delete(String channel, String root, String id, String author) {
        return send(
                "POST",
                "channels/" + channel + "/threads/" + root + "/messages/" + id + "/delete",
                Map.of("id", UUID.randomUUID().toString(), "author", author));
    }

    public JsonNode press(String channel, String root, String turn, String author, String button) {
        return send(
                "POST",
                "channels/" + channel + "/threads/" + root + "/press",
                Map.of(
                        "id",
                        UUID.randomUUID().toString(),
                        "author",
                        author,
                        "button",
                        button,
                        "turn",
                        turn));
    }

    public String command(String channel, String author, String text) {
        return run(channel, author, text).path("text").asText();
    }

    /** A command's whole reply: its kind, text, choices and form. */
    public JsonNode run(String channel, String author, String text) {
        return runIn(channel, "", author, text);
    }

    /** The same of one that is typed in a thread. */
    public JsonNode runIn(String channel, String root, String author, String text) {
        return send(
                "POST",
                "channels/" + channel + "/commands",
                Map.of("author", author, "text", text, "thread", root));
    }

    /** Presses one of Parley's own buttons under a private answer. */
    public JsonNode choose(String channel, String author, String action) {
        return send(
                "POST",
                "channels/" + channel + "/choices",
                Map.of("id", UUID.randomUUID().toString(), "author", author, "action", action));
    }

    /** Presses a button under a notice at the channel's top. */
    public JsonNode decide(String channel, String author, Shown notice, String action) {
        return send(
                "POST",
                "channels/" + channel + "/choices",
                Map.of(
                        "id",
                        UUID.randomUUID().toString(),
                        "author",
                        author,
                        "action",
                        action,
                        "thread",
                        notice.id(),
                        "notice",
                        notice.id()));
    }

    /** Hands in a filled-in window. */
    public JsonNode submit(String channel, String author, String form, Map<String, String> values) {
        return send(
                "POST",
                "channels/" + channel + "/forms",
                Map.of(
                        "id",
                        UUID.randomUUID().toString(),
                        "author",
                        author,
                        "form",
                        form,
                        "values",
                        values));
    }

    /** The switch that makes the person an admin, or a member again. */
    public JsonNode switchAdmin(String person, boolean admin) {
        return send("POST", "people/" + person + "/admin", Map.of("admin", admin));
    }

    /** The notices at the channel's top, oldest first. */
    public List<Shown> notices(String channel) {
        List<Shown> firsts = new ArrayList<>();
        get("api/channels/" + channel + "/threads")
                .path("threads")
                .forEach(thread -> firsts.add(Shown.of(thread.path("first"))));
        return firsts.stream().filter(Shown::notice).toList();
    }

    public List<Shown> thread(String channel, String root) {
        List<Shown> messages = new ArrayList<>();
        get("api/channels/" + channel + "/threads/" + root)
                .path("messages")
                .forEach(node -> messages.add(Shown.of(node)));
        return messages;
    }

    /** The parts of the thread's n-th answer, from 1, once they are settled. */
    public List<Shown> answer(String channel, String root, int number) {
        await(channel, root, thread -> settled(turns(thread), number));
        return turns(thread(channel, root)).get(number - 1);
    }

    /** Under the last part of every finished answer stands at least one button, but not Stop. */
    private static boolean settled(List<List<Shown>> turns, int number) {
        if (turns.size() < number) {
            return false;
        }
        List<String> buttons = turns.get(number - 1).getLast().buttons();
        return !buttons.isEmpty() && !buttons.contains("stop");
    }

    private static List<List<Shown>> turns(List<Shown> thread) {
        return new ArrayList<>(
                thread.stream()
                        .filter(Shown::byBot)
                        .collect(
                                Collectors.groupingBy(
                                        Shown::turn,
                                        java.util.LinkedHashMap::new,
                                        Collectors.toList()))
                        .values());
    }

    /** The text of an answer, its parts joined. */
    public static String text(List<Shown> parts) {
        return parts.stream().map(Shown::text).collect(Collectors.joining());
    }

    /** Waits, event by event, until the thread is so. */
    public List<Shown> await(String channel, String root, Predicate<List<Shown>> condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        List<Shown> thread = thread(channel, root);
        while (!condition.test(thread)) {
            awaitChange(deadline, thread);
            thread = thread(channel, root);
        }
        return thread;
    }

    private void awaitChange(long deadline, List<Shown> thread) {
        try {
            long left = deadline - System.nanoTime();
            if (left <= 0 || !changes.tryAcquire(left, TimeUnit.NANOSECONDS)) {
                throw new AssertionError("it did not come within " + SECONDS + " s: " + thread);
            }
            changes.drainPermits();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What the address answers, parsed. */
    public JsonNode get(String path) {
        return parse(text(path));
    }

    /** What the address answers, as text. */
    public String text(String path) {
        return exchange(HttpRequest.newBuilder(URI.create(base + path)).build());
    }

    private JsonNode send(String method, String path, Map<String, ?> body) {
        return parse(
                exchange(
                        HttpRequest.newBuilder(URI.create(base + "api/" + path))
                                .header("Content-Type", "application/json")
                                .header("Origin", base.substring(0, base.length() - 1))
                                .method(
                                        method,
                                        HttpRequest.BodyPublishers.ofString(
                                                JSON.valueToTree(body).toString()))
                                .build()));
    }

    private String exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    @Override
    public void close() {
        try {
            events.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.shutdownNow();
    }
}
