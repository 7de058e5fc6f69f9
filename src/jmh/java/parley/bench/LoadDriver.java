package parley.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.reliability.ChildProgram;
import parley.reliability.Laws;
import parley.reliability.PlaygroundSurface;
import parley.reliability.Tally;
import parley.testing.FakeAnthropic;
import parley.testing.FakeReply;
import parley.testing.Gate;

/**
 * Asks the packaged program many questions at once, over its playground, against a model server in
 * this process, and prints how long things took and what became of the answers. {@code
 * src/docs/benchmarks.md} says how to run it.
 */
public final class LoadDriver implements AutoCloseable {
    private static final int ANSWER = 40;
    private static final int LONG_ANSWER = 400;
    private static final int ROUNDS = 3;
    private static final int ROUNDS_ALONE = 20;
    private static final int STOPS = 50;
    private static final int PATIENCE_SECONDS = 120;

    private final FakeAnthropic model = FakeAnthropic.start().withoutRecording();
    private final Map<String, FakeReply> replies = new ConcurrentHashMap<>();
    private final ChildProgram parley;
    private final PlaygroundSurface threads = new PlaygroundSurface();
    private final URI base;
    private final EventsReader page;

    private LoadDriver(List<String> options) throws IOException, InterruptedException {
        model.answer(request -> {
            Question question = page().question(Question.idIn(request));
            question.arrived(request);
            return replies.get(question.id);
        });
        parley = Fresh.program(options, settings(model.url()));
        base = URI.create(parley.start());
        page = new EventsReader(base);
    }

    private static Map<String, String> settings(String model) {
        return Map.of(
                "ANTHROPIC_BASE_URL", model,
                "ANTHROPIC_API_KEY", "sk-ant-load-driver",
                "PARLEY_MAX_TURNS", "600");
    }

    private EventsReader page() {
        return page;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        String options = System.getProperty("load.jvm", "-Xmx256m -XX:+UseSerialGC");
        int[] sizes =
                Stream.of(System.getProperty("load.questions", "1,50,500,1").split(","))
                        .mapToInt(Integer::parseInt)
                        .toArray();
        System.out.println("Parley runs with " + options);
        try (LoadDriver driver = new LoadDriver(Arrays.asList(options.split(" +")))) {
            driver.run(sizes);
        }
    }

    private void run(int... sizes) throws IOException, InterruptedException {
        System.out.println("at rest: " + parley.memory());
        int most = Arrays.stream(sizes).max().orElseThrow();
        for (int round = 0; round < ROUNDS; round++) {
            play(questions(Math.min(most, 50), ANSWER));
        }
        for (int size : sizes) {
            measure(size);
        }
        holdOpen(most);
        stop();
    }

    private void measure(int size) throws IOException, InterruptedException {
        int rounds = size == 1 ? ROUNDS_ALONE : ROUNDS;
        play(questions(size, ANSWER));
        page.resyncs();
        List<Question> all = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            List<Question> questions = questions(size, ANSWER);
            play(questions);
            all.addAll(questions);
        }
        System.out.printf("%n%d at once, %d rounds%n%s%n", size, rounds, Spread.heading());
        print(all);
        Spread until = Spread.between(all, q -> q.lastToken.get(), q -> q.settled.get());
        System.out.println(until.line("last token to settled"));
        System.out.println("  " + verdict(all));
        System.out.printf("  %d times the page fell behind%n", page.resyncs());
        System.out.println("  " + parley.memory());
    }

    /** As the threads themselves show it; not while times are taken, as it opens a page too. */
    private Tally verdict(List<Question> asked) {
        threads.opened(base.toString());
        try (threads) {
            return Laws.judge(
                    threads,
                    asked.stream().collect(Collectors.toMap(Question::handle, q -> q.exchange)));
        }
    }

    private boolean settled(Question question) {
        threads.opened(base.toString());
        try (threads) {
            return threads.settled(question.handle());
        }
    }

    private static void print(List<Question> all) {
        System.out.println(
                Spread.between(all, q -> q.asked.get(), q -> q.arrived.get())
                        .line("event to model request"));
        System.out.println(
                Spread.between(all, q -> q.firstToken.get(), q -> q.firstText.get())
                        .line("first token to first text"));
    }

    private static List<Question> questions(int count, int length) {
        return Stream.generate(() -> new Question(length)).limit(count).toList();
    }

    private void play(List<Question> questions) throws IOException, InterruptedException {
        questions.forEach(question -> prepare(question, question.stream()));
        ask(questions);
        await(questions);
        questions.forEach(this::forget);
    }

    private void prepare(Question question, FakeReply reply) {
        page.follow(question);
        replies.put(question.id, reply);
    }

    private void forget(Question question) {
        page.forget(question);
        replies.remove(question.id);
    }

    /** Each over a connection of its own, which is open before; all at the same moment. */
    private void ask(List<Question> questions) throws IOException, InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> askers = new ArrayList<>();
        for (Question question : questions) {
            KeptConnection connection = new KeptConnection(base);
            askers.add(Thread.startVirtualThread(() -> ask(question, connection, go)));
        }
        go.countDown();
        for (Thread asker : askers) {
            asker.join();
        }
    }

    private static void ask(Question question, KeptConnection connection, CountDownLatch go) {
        String path = "channels/" + question.channel + "/messages";
        byte[] request = connection.request(path, question.body());
        try (connection) {
            go.await();
            question.asked.set(System.nanoTime());
            connection.write(request);
            connection.expectOk();
        } catch (IOException e) {
            System.out.println("  a question was not taken: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A page that fell behind looks at the thread itself, as a browser would. */
    private void await(List<Question> questions) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        for (Question question : questions) {
            while (!question.done.await(3, TimeUnit.SECONDS)
                    && System.nanoTime() < deadline
                    && !settled(question)) {
                System.out.println("  waiting for " + question.id);
            }
        }
    }

    /** Every answer begun and none ended, until all stand so. */
    private void holdOpen(int size) throws IOException, InterruptedException {
        Gate gate = new Gate();
        List<Question> questions = questions(size, ANSWER);
        questions.forEach(question -> prepare(question, question.held(gate)));
        ask(questions);
        for (Question question : questions) {
            if (!question.grows.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.out.println("  no text came to " + question.id);
            }
        }
        System.out.printf("%n%d streams held open after their first text%n", size);
        System.out.printf("  connections at the model server: %d%n", model.connections());
        System.out.println("  " + parley.memory());
        gate.open();
        await(questions);
        System.out.println("  " + verdict(questions));
        questions.forEach(this::forget);
    }

    /** Presses Stop while the answer grows. */
    private void stop() throws IOException, InterruptedException {
        long[] nanos = new long[STOPS];
        for (int i = 0; i < STOPS; i++) {
            Question question = new Question(LONG_ANSWER);
            prepare(question, question.stream());
            ask(List.of(question));
            question.grows.await();
            Thread.sleep(200 + i);
            nanos[i] = press(question);
            question.done.await();
            forget(question);
        }
        System.out.printf("%nStop pressed in mid-stream, %d times%n%s%n", STOPS, Spread.heading());
        System.out.println(Spread.of(nanos).line("press to connection closed"));
    }

    private long press(Question question) throws IOException {
        try (KeptConnection connection = new KeptConnection(base)) {
            String path = "channels/" + question.channel + "/threads/" + question.id + "/press";
            String body =
                    "{\"id\":\"%s\",\"author\":\"ada\",\"button\":\"stop\",\"turn\":\"%s\"}"
                            .formatted(UUID.randomUUID(), question.turn);
            byte[] request = connection.request(path, body);
            long pressed = System.nanoTime();
            connection.write(request);
            connection.expectOk();
            question.request.awaitClosedByClient();
            return question.request.closedAt() - pressed;
        }
    }

    @Override
    public void close() throws IOException {
        page.close();
        parley.close();
        model.close();
    }
}
