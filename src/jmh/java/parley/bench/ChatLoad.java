package parley.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import parley.reliability.ChildProgram;
import parley.reliability.Exchange;
import parley.reliability.Laws;
import parley.reliability.Surface;
import parley.testing.FakeAnthropic;

/**
 * Asks the packaged program on a loopback platform that counts by the platform's limits: questions
 * in several channels, some at a time. Prints how long things took and what became of the answers.
 * {@code src/docs/benchmarks.md} says how to run it.
 */
final class ChatLoad implements AutoCloseable {
    private static final int ANSWER = 120;

    /** An answer that waits for a budget may take long. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Each round warms Java up for the next. */
    private static final int ROUNDS = 3;

    private final FakeAnthropic model = FakeAnthropic.start().withoutRecording();
    private final Map<String, Question> questions = new ConcurrentHashMap<>();
    private final Map<String, Exchange> handles = new ConcurrentHashMap<>();
    private final Surface platform;
    private final ChildProgram parley;

    private ChatLoad(List<String> options, Surface platform) throws IOException {
        this.platform = platform;
        model.answer(request -> {
            Question question = questions.get(Question.idIn(request));
            question.arrived(request);
            return question.stream();
        });
        Map<String, String> settings = new HashMap<>(platform.settings());
        settings.put("ANTHROPIC_BASE_URL", model.url());
        settings.put("ANTHROPIC_API_KEY", "sk-ant-load-driver");
        parley = Fresh.program(options, settings);
        platform.opened(parley.start());
        await("ready", platform::ready);
    }

    /** Plays all rounds; {@code load.questions} and {@code load.at.once} say how much. */
    static void play(Surface platform) throws IOException, InterruptedException {
        String options = System.getProperty("load.jvm", "-Xmx256m -XX:+UseSerialGC");
        int count = Integer.getInteger("load.chat.questions", 16);
        int atOnce = Integer.getInteger("load.chat.at.once", 8);
        System.out.printf("Parley runs with %s%n", options);
        try (ChatLoad load = new ChatLoad(Arrays.asList(options.split(" +")), platform)) {
            for (int round = 1; round <= ROUNDS; round++) {
                load.measure(count, atOnce);
                if (round < ROUNDS) {
                    Thread.sleep(platform.window());
                }
            }
        }
    }

    private void measure(int count, int atOnce) throws InterruptedException {
        System.out.printf(
                "%n%d questions, %d at once, in %d channels; answers of %d characters in %.1f s%n",
                count, atOnce, platform.channels(), ANSWER * 25, ANSWER * 0.025);
        handles.clear();
        List<Question> asked = play(count, atOnce);
        System.out.println(Spread.heading());
        print("event to first sign", asked, q -> q.asked.get(), q -> q.sign.get());
        print("event to first text", asked, q -> q.asked.get(), q -> q.firstText.get());
        print("first token to first text", asked, q -> q.firstToken.get(), q -> q.firstText.get());
        print("last token to whole answer", asked, q -> q.lastToken.get(), q -> q.settled.get());
        System.out.println("  " + Laws.judge(platform, handles));
        System.out.println("  calls: " + platform.calls());
        System.out.println("  " + parley.memory());
        Laws.faults(platform, handles).forEach(System.out::println);
    }

    private static void print(
            String name,
            List<Question> asked,
            ToLongFunction<Question> from,
            ToLongFunction<Question> to) {
        System.out.println(Spread.between(asked, from, to).line(name));
    }

    private List<Question> play(int count, int atOnce) throws InterruptedException {
        List<Question> asked = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(atOnce)) {
            for (int number = 0; number < count; number++) {
                Question question = new Question(ANSWER);
                questions.put(question.id, question);
                asked.add(question);
                people.execute(() -> ask(question));
            }
        }
        return asked;
    }

    private void ask(Question question) {
        question.asked.set(System.nanoTime());
        String id = platform.ask(question.exchange);
        handles.put(id, question.exchange);
        await("a sign", () -> platform.signed(id) || begun(id));
        question.sign.set(System.nanoTime());
        await("the first text", () -> begun(id));
        question.shows(System.nanoTime());
        await("the whole answer", () -> platform.settled(id));
        question.settles(System.nanoTime());
    }

    private boolean begun(String id) {
        return !platform.answers(id).isEmpty();
    }

    private void await(String what, BooleanSupplier condition) {
        platform.await(what, PATIENCE, condition);
    }

    @Override
    public void close() {
        parley.close();
        platform.close();
        model.close();
    }
}
