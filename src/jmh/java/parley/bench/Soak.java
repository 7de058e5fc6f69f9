package parley.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import parley.reliability.ChildProgram;
import parley.testing.FakeAnthropic;
import parley.testing.FakeReply;
import parley.testing.RecordedRequest;

/**
 * Talks with the packaged program for a long time on Slack, Discord and the playground at once,
 * with small faults of all of them and of the model now and then, and prints what it holds every
 * few minutes and what became of the questions. {@code src/docs/reliability.md} says how to run it.
 */
public final class Soak implements AutoCloseable {
    private static final int PEOPLE = Integer.getInteger("soak.people", 4);
    private static final Duration LENGTH =
            Duration.ofMinutes(Integer.getInteger("soak.minutes", 120));
    private static final Duration SAMPLE = Duration.ofMinutes(5);
    private static final Duration DISTURBANCE = Duration.ofSeconds(45);
    private static final Duration LOST = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final int LONGEST = 120;
    private static final int MOST_TURNS = 5;

    private final FakeAnthropic model = FakeAnthropic.start().withoutRecording();
    private final Map<String, Question> open = new ConcurrentHashMap<>();
    private final List<SoakPlace> places =
            List.of(new SoakSlack(PEOPLE), new SoakDiscord(PEOPLE), new SoakPlayground());
    private final ChildProgram parley;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger whole = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicInteger unequal = new AtomicInteger();
    private final AtomicInteger faults = new AtomicInteger();
    private volatile boolean over;

    private Soak(List<String> options) throws IOException, InterruptedException {
        model.answer(this::answer);
        Map<String, String> settings = new HashMap<>();
        places.forEach(place -> settings.putAll(place.settings()));
        settings.put("ANTHROPIC_BASE_URL", model.url());
        settings.put("ANTHROPIC_API_KEY", "sk-ant-load-driver");
        parley = Fresh.program(options, settings);
        String address = parley.start();
        for (SoakPlace place : places) {
            place.open(address);
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        String options = System.getProperty("load.jvm", "-Xmx256m -XX:+UseSerialGC");
        System.out.printf("Parley runs with %s for %s%n", options, LENGTH);
        try (Soak soak = new Soak(Arrays.asList(options.split(" +")))) {
            soak.run();
        }
    }

    /** One request in some fifty meets a fault that the program is to get over. */
    private FakeReply answer(RecordedRequest request) {
        Question question = open.get(Question.idIn(request));
        int chance = ThreadLocalRandom.current().nextInt(100);
        if (chance < 2) {
            faults.incrementAndGet();
            return chance == 0
                    ? FakeReply.overloaded()
                    : FakeReply.status(500, "api_error", "Internal server error");
        }
        question.arrived(request);
        return question.stream();
    }

    private void run() throws IOException, InterruptedException {
        System.out.println("   time  " + Vital.heading() + "   asked  whole  lost  unequal  wrong");
        List<Thread> people = new ArrayList<>();
        for (SoakPlace place : places) {
            for (int person = 0; person < PEOPLE; person++) {
                int number = person;
                people.add(Thread.startVirtualThread(() -> live(place, number)));
            }
        }
        Thread trouble = Thread.startVirtualThread(this::trouble);
        long end = System.nanoTime() + LENGTH.toNanos();
        for (sample(); System.nanoTime() < end; sample()) {
            TimeUnit.NANOSECONDS.sleep(Math.min(SAMPLE.toNanos(), end - System.nanoTime()));
        }
        over = true;
        for (Thread person : people) {
            person.join();
        }
        trouble.interrupt();
        sample();
        System.out.printf("faults of the model %d; still open %d%n", faults.get(), open.size());
    }

    private void sample() throws IOException {
        System.out.printf(
                "%s  %s  %6d %6d %5d %8d %6d%n",
                LocalTime.now().truncatedTo(ChronoUnit.SECONDS),
                Vital.of(parley.pid()).line(),
                asked.get(),
                whole.get(),
                lost.get(),
                unequal.get(),
                places.stream().mapToInt(SoakPlace::wrong).sum());
    }

    private void trouble() {
        RandomGenerator random = ThreadLocalRandom.current();
        while (!over && pause(DISTURBANCE)) {
            places.get(random.nextInt(places.size())).disturb(random);
            faults.incrementAndGet();
        }
    }

    private void live(SoakPlace place, int person) {
        RandomGenerator random = ThreadLocalRandom.current();
        while (!over) {
            try {
                converse(place, person, random);
            } catch (RuntimeException | AssertionError e) {
                System.out.printf("%s, person %d: %s%n", place.name(), person, e);
            }
        }
    }

    private void converse(SoakPlace place, int person, RandomGenerator random) {
        Question first = question(random);
        String thread = place.ask(person, first.exchange.words());
        await(place, thread, first);
        for (int turn = random.nextInt(MOST_TURNS); turn > 0 && !over; turn--) {
            pause(Duration.ofMillis(random.nextInt(1_000, 6_000)));
            Question next = question(random);
            place.follow(person, thread, next.exchange.words());
            await(place, thread, next);
        }
        if (random.nextInt(4) == 0) {
            place.command(person);
        }
        if (random.nextInt(6) == 0) {
            again(place, person, thread, random);
        }
        place.leave(thread);
        pause(Duration.ofMillis(random.nextInt(1_000, 8_000)));
    }

    /** Has an answer written again, once the model was really asked again. */
    private void again(SoakPlace place, int person, String thread, RandomGenerator random) {
        Question question = question(random);
        place.follow(person, thread, question.exchange.words());
        await(place, thread, question);
        open.put(question.id, question);
        int before = question.exchange.requests();
        place.retry(person, thread);
        asked.incrementAndGet();
        for (int look = 0; question.exchange.requests() == before && look < 1_200; look++) {
            pause(LOOK);
        }
        await(place, thread, question);
    }

    private Question question(RandomGenerator random) {
        Question question = new Question(random.nextInt(2, LONGEST));
        open.put(question.id, question);
        asked.incrementAndGet();
        return question;
    }

    private void await(SoakPlace place, String thread, Question question) {
        long end = System.nanoTime() + LOST.toNanos();
        while (!place.finished(thread)) {
            if (System.nanoTime() > end || !pause(LOOK)) {
                lost.incrementAndGet();
                System.out.printf("lost on %s in %s: %s%n", place.name(), thread, question.id);
                return;
            }
        }
        judge(place, thread, question);
        open.remove(question.id);
    }

    private void judge(SoakPlace place, String thread, Question question) {
        String shown = place.text(thread);
        if (question.exchange.isAnsweredBy(shown)) {
            whole.incrementAndGet();
        } else {
            unequal.incrementAndGet();
            System.out.printf("unequal on %s in %s: %s%n", place.name(), thread, shown);
        }
    }

    private static boolean pause(Duration length) {
        try {
            Thread.sleep(length);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Override
    public void close() {
        parley.close();
        places.forEach(SoakPlace::close);
        model.close();
    }
}
