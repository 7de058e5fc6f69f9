package parley.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import parley.testing.FakeAnthropic;
import parley.testing.slack.FakeSlack;
import parley.testing.slack.Room;
import parley.testing.slack.Shown;

/**
 * Asks the packaged program in a loopback Slack that counts by Slack's published limits: questions
 * in three channels of one workspace, some at a time. Prints how long things took and what became
 * of the answers. {@code src/docs/benchmarks.md} says how to run it.
 */
public final class SlackLoad implements AutoCloseable {
    private static final List<String> CHANNELS = List.of("C0LOAD0001", "C0LOAD0002", "C0LOAD0003");
    private static final String ADA = "U0ADA00001";
    private static final int ANSWER = 120;
    private static final int PATIENCE_MINUTES = 5;

    /** Each round warms Java up for the next. */
    private static final int ROUNDS = 3;

    /** Slack counts by the minute: each round begins with all its budgets. */
    private static final Duration WINDOW = Duration.ofSeconds(62);

    private final FakeAnthropic model = FakeAnthropic.start().withoutRecording();
    private final Map<String, Question> questions = new ConcurrentHashMap<>();
    private final FakeSlack slack = FakeSlack.start();
    private final ParleyProcess parley;

    private SlackLoad(List<String> options) throws IOException {
        model.answer(request -> {
            Question question = questions.get(Question.idIn(request));
            question.arrived(request);
            return question.stream();
        });
        slack.addUser(ADA, "Ada");
        CHANNELS.forEach(id -> slack.addChannel(id, id, Room.Kind.PUBLIC, ADA));
        parley =
                ParleyProcess.start(
                        options,
                        Map.of(
                                "ANTHROPIC_BASE_URL", model.url(),
                                "ANTHROPIC_API_KEY", "sk-ant-load-driver",
                                "SLACK_BOT_TOKEN", slack.botToken(),
                                "SLACK_APP_TOKEN", slack.appToken(),
                                "SLACK_API_URL", slack.apiUrl()));
        await(() -> slack.sockets().open() > 0);
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        String options = System.getProperty("load.jvm", "-Xmx256m -XX:+UseSerialGC");
        int count = Integer.getInteger("load.slack.questions", 16);
        int atOnce = Integer.getInteger("load.slack.at.once", 8);
        System.out.printf("Parley runs with %s%n", options);
        try (SlackLoad load = new SlackLoad(Arrays.asList(options.split(" +")))) {
            for (int round = 1; round <= ROUNDS; round++) {
                load.measure(count, atOnce);
                if (round < ROUNDS) {
                    Thread.sleep(WINDOW);
                }
            }
        }
    }

    private void measure(int count, int atOnce) throws InterruptedException, IOException {
        System.out.printf(
                "%n%d questions, %d at once, in %d channels; answers of %d characters in %.1f s%n",
                count, atOnce, CHANNELS.size(), ANSWER * 25, ANSWER * 0.025);
        List<Question> asked = play(count, atOnce);
        System.out.println(Spread.heading());
        print("event to first sign", asked, q -> q.asked.get(), q -> q.sign.get());
        print("event to first text", asked, q -> q.asked.get(), q -> q.firstText.get());
        print("first token to first text", asked, q -> q.firstToken.get(), q -> q.firstText.get());
        print("last token to whole answer", asked, q -> q.lastToken.get(), q -> q.settled.get());
        long whole = asked.stream().filter(this::isWhole).count();
        System.out.printf(
                "  %d asked, %d whole; %d calls over a limit, %d wrong calls%n",
                count, whole, slack.rateLimited().size(), slack.violations().size());
        System.out.println("  calls: " + calls());
        System.out.println("  " + parley.memory());
        slack.violations().forEach(System.out::println);
    }

    private static void print(
            String name,
            List<Question> asked,
            ToLongFunction<Question> from,
            ToLongFunction<Question> to) {
        System.out.println(Spread.between(asked, from, to).line(name));
    }

    private String calls() {
        StringBuilder calls = new StringBuilder();
        Stream.of(
                        "assistant.threads.setStatus",
                        "chat.startStream",
                        "chat.appendStream",
                        "chat.stopStream",
                        "chat.postMessage",
                        "chat.update")
                .forEach(method ->
                        calls.append("%s %d  ".formatted(method, slack.calls(method).size())));
        return calls.toString().strip();
    }

    private List<Question> play(int count, int atOnce) throws InterruptedException {
        List<Question> asked = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(atOnce)) {
            for (int number = 0; number < count; number++) {
                Question question = new Question(ANSWER);
                questions.put(question.id, question);
                asked.add(question);
                String channel = CHANNELS.get(number % CHANNELS.size());
                people.execute(() -> ask(question, channel));
            }
        }
        return asked;
    }

    private void ask(Question question, String channel) {
        question.asked.set(System.nanoTime());
        String root = slack.says(ADA, channel, slack.mention() + " " + question.words());
        await(() ->
                !slack.surfaces().status(channel, root).isEmpty()
                        || !slack.answers(channel, root).isEmpty());
        question.sign.set(System.nanoTime());
        await(() -> !slack.answers(channel, root).isEmpty());
        question.shows(System.nanoTime());
        await(() -> finished(slack.answers(channel, root)));
        question.settles(System.nanoTime());
        question.shown = text(slack.answers(channel, root));
    }

    private static boolean finished(List<Shown> answer) {
        return answer.stream().noneMatch(Shown::streaming)
                && answer.getLast().buttons().stream()
                        .anyMatch(button -> button.actionId().equals("parley.retry"));
    }

    private static String text(List<Shown> answer) {
        StringBuilder text = new StringBuilder();
        answer.forEach(message -> text.append(message.text()));
        return text.toString();
    }

    private boolean isWhole(Question question) {
        return question.requests.get() == 1 && question.shown.equals(question.answer());
    }

    /** The server waits a while; an answer that waits for a budget may take longer. */
    private void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
        while (true) {
            try {
                slack.await("", condition);
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void close() {
        parley.close();
        slack.close();
        model.close();
    }
}
