package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.chat.Button;
import parley.chat.Outgoing;
import parley.chat.Receipt;
import parley.chat.ThreadId;
import parley.claude.AnthropicClaude;
import parley.claude.Circuits;
import parley.claude.ClaudeSettings;
import parley.conversation.ModelAccess;
import parley.testing.FakeAnthropic;
import parley.testing.FakeReply;
import parley.testing.MemoryPersonaBindings;
import parley.testing.RecordedRequest;
import parley.testing.TellingAdapter;
import parley.testing.TestPersonas;
import parley.testing.VirtualTime;

/**
 * Claude fails for minutes, with many questions at once: over the wire, but in a time that passes
 * as soon as everybody waits.
 */
final class ModelOutageTest {
    private static final int MOST_REQUESTS = 20;
    private static final Pattern ID = Pattern.compile("question-(\\d+)\\.");
    private static final String SONNET = "claude-sonnet-5-5";
    private static final String HAIKU = "claude-haiku-5-5";

    @TempDir Path folder;
    private final VirtualTime time = new VirtualTime();
    private final FakeAnthropic server = FakeAnthropic.start();
    private final Map<String, Integer> requests = new ConcurrentHashMap<>();
    private final TellingAdapter platform = new TellingAdapter(4_000);
    private final Circuits circuits = new Circuits(time::nanos);
    private final AnthropicClaude claude =
            new AnthropicClaude(
                    ClaudeSettings.of(Optional.of("sk-ant-test-key"), Optional.of(server.url())),
                    time::nanos,
                    () -> Instant.EPOCH);
    private Optional<CoreRig> running = Optional.empty();

    private CoreRig start(String... header) throws IOException {
        List<String> persona =
                new ArrayList<>(List.of("---", "name: default", "description: For tests."));
        persona.addAll(List.of(header));
        persona.addAll(List.of("---", "Be brief."));
        Path prompts = Files.createDirectories(folder.resolve("prompts"));
        Files.write(prompts.resolve("default.md"), persona);
        var access = new ModelAccess(claude, circuits, time, time, () -> 0);
        CoreRig rig =
                new CoreRig(
                        folder,
                        access,
                        TestPersonas.open(prompts, new MemoryPersonaBindings(), System::nanoTime),
                        platform,
                        Instant.parse("2026-11-21T12:00:00Z"),
                        64);
        running = Optional.of(rig);
        return rig;
    }

    @AfterEach
    void close() {
        running.ifPresent(CoreRig::close);
        claude.close();
        server.close();
    }

    /** What the server answers, with each question's requests counted. */
    private void serve(Supplier<Optional<FakeReply>> fault) {
        serve(model -> fault.get());
    }

    private void serve(Function<String, Optional<FakeReply>> fault) {
        server.answer(request -> {
            String id = id(request);
            requests.merge(id, 1, Integer::sum);
            return fault.apply(request.json().path("model").asText())
                    .orElseGet(() -> FakeReply.answer("The answer to " + id + "."));
        });
    }

    private static String id(RecordedRequest request) {
        Matcher matcher = ID.matcher(request.text());
        return matcher.find() ? matcher.group(1) : "none";
    }

    private static List<ThreadId> threads(int number) {
        List<ThreadId> threads = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            threads.add(ThreadId.parse("slack/W1/C1/" + (1_000 + i)));
        }
        return threads;
    }

    private static void ask(CoreRig rig, List<ThreadId> threads) {
        for (ThreadId thread : threads) {
            String text = "Answer question-" + thread.root() + ".";
            Receipt _ =
                    rig.accept(
                            rig.elsewhere(
                                    thread, rig.mention(CoreRig.ANN, "m" + thread.root(), text)));
        }
    }

    /** Lets the time pass whenever all wait, until every thread has so many answers. */
    private void settle(CoreRig rig, List<ThreadId> threads, int answers) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        int open = threads.size();
        while (open > 0) {
            open = (int) threads.stream().filter(it -> rig.settled(it).size() < answers).count();
            if (open > 0) {
                time.pass(open);
            }
            assertThat(System.nanoTime() - deadline)
                    .as("%d without an answer at %s", open, time.elapsed())
                    .isNegative();
        }
    }

    private Optional<FakeReply> overloadedFor(Duration outage) {
        return time.elapsed().compareTo(outage) < 0
                ? Optional.of(FakeReply.overloaded())
                : Optional.empty();
    }

    private static Outgoing answer(CoreRig rig, ThreadId thread) {
        assertThat(rig.settled(thread)).hasSize(1);
        return rig.settled(thread).getFirst();
    }

    @Test
    void overloadOfTwoMinutes_twentyQuestionsAtOnce_allAreAnswered() throws Exception {
        CoreRig rig = start();
        List<ThreadId> threads = threads(20);
        serve(() -> overloadedFor(Duration.ofMinutes(2)));
        ask(rig, threads);
        settle(rig, threads, 1);

        assertThat(threads)
                .allSatisfy(thread -> {
                    assertThat(answer(rig, thread).text())
                            .isEqualTo("The answer to " + thread.root() + ".");
                    assertThat(platform.shown().statuses(thread))
                            .anyMatch(words ->
                                    words.startsWith("Claude is overloaded, trying again in "));
                    assertThat(requests.get(thread.root())).isLessThanOrEqualTo(MOST_REQUESTS);
                });
        assertThat(requests.values().stream().mapToInt(it -> it).sum()).isLessThanOrEqualTo(40);
        assertThat(time.elapsed()).isBetween(Duration.ofMinutes(2), Duration.ofSeconds(152));
        assertThat(circuits.troubles()).isEmpty();
    }

    @Test
    void overloadOfTwoMinutes_oneQuestion_isAnswered() throws Exception {
        CoreRig rig = start();
        List<ThreadId> threads = threads(1);
        serve(() -> overloadedFor(Duration.ofMinutes(2)));
        ask(rig, threads);
        settle(rig, threads, 1);

        assertThat(answer(rig, threads.getFirst()).note()).isEmpty();
        assertThat(requests.get("1000")).isEqualTo(10);
    }

    @Test
    void overloadThatStays_isSaidAfterFiveMinutes() throws Exception {
        CoreRig rig = start();
        List<ThreadId> threads = threads(20);
        serve(() -> Optional.of(FakeReply.overloaded()));
        ask(rig, threads);
        settle(rig, threads, 1);

        assertThat(threads)
                .allSatisfy(thread -> {
                    Outgoing answer = answer(rig, thread);
                    assertThat(answer.note().orElseThrow())
                            .startsWith("Claude is overloaded at the moment.");
                    assertThat(answer.buttons()).containsExactly(Button.RETRY);
                    assertThat(requests.getOrDefault(thread.root(), 0))
                            .isLessThanOrEqualTo(MOST_REQUESTS);
                });
        assertThat(requests.values().stream().mapToInt(it -> it).sum()).isLessThanOrEqualTo(30);
        assertThat(time.elapsed()).isBetween(Duration.ofMinutes(5), Duration.ofSeconds(301));
    }

    @Test
    void overloadOfOneModel_theFallbackAnswersAndSaysSoWithoutAFooter() throws Exception {
        CoreRig rig =
                start("model: " + SONNET, "fallback_models:", "  - " + HAIKU, "footer: false");
        List<ThreadId> threads = threads(20);
        serve(model -> Optional.of(FakeReply.overloaded()).filter(_ -> model.equals(SONNET)));
        ask(rig, threads);
        settle(rig, threads, 1);

        assertThat(threads)
                .allSatisfy(thread ->
                        assertThat(answer(rig, thread).note())
                                .contains(
                                        HAIKU
                                                + " answered, because "
                                                + SONNET
                                                + " is overloaded."));
        assertThat(time.elapsed()).isLessThan(Duration.ofSeconds(3));
        assertThat(requests.values().stream().mapToInt(it -> it).sum()).isLessThanOrEqualTo(26);
    }

    @Test
    void refusedKey_fiftyQuestionsAtOnce_isShownToTheApiAHandfulOfTimes() throws Exception {
        CoreRig rig = start("model: " + SONNET, "fallback_models:", "  - " + HAIKU);
        List<ThreadId> threads = threads(50);
        serve(() -> Optional.of(FakeReply.status(401, "authentication_error", "bad key")));
        ask(rig, threads);
        settle(rig, threads, 1);

        assertThat(server.requests()).hasSizeLessThanOrEqualTo(4);
        assertThat(threads)
                .allSatisfy(thread -> {
                    assertThat(answer(rig, thread).note().orElseThrow())
                            .startsWith("Claude does not let this bot in at the moment.")
                            .doesNotContain("key");
                    assertThat(answer(rig, thread).buttons()).containsExactly(Button.RETRY);
                });
        serve(Optional::empty);
        time.advance(Duration.ofMinutes(1));
        threads.forEach(thread ->
                assertThat(rig.press(thread, answer(rig, thread), Button.RETRY)).isEmpty());
        for (ThreadId thread : threads) {
            platform.shown()
                    .await(
                            "the answer after all",
                            () ->
                                    rig.settled(thread).stream()
                                            .anyMatch(
                                                    it -> it.text().startsWith("The answer to ")));
        }
    }

    @Test
    void wait_thatSomebodyStops_ends() throws Exception {
        CoreRig rig = start();
        ThreadId thread = threads(1).getFirst();
        serve(() -> Optional.of(FakeReply.rateLimited(20)));
        ask(rig, List.of(thread));
        time.awaitWaiting(1);
        assertThat(platform.shown().statuses(thread))
                .last()
                .isEqualTo("Claude takes no more requests just now, trying again in 20 s");

        assertThat(rig.stop(thread)).isTrue();
        platform.shown().await("the end", () -> !rig.settled(thread).isEmpty());

        assertThat(answer(rig, thread).note()).contains("Stopped by Ann.");
        assertThat(time.elapsed()).isZero();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void wait_whenTheProgramStops_isGoneOnWithAtTheNextStart() throws Exception {
        CoreRig rig = start();
        ThreadId thread = threads(1).getFirst();
        serve(() -> Optional.of(FakeReply.overloaded()));
        ask(rig, List.of(thread));
        time.awaitWaiting(1);
        rig.close();
        assertThat(platform.shown().shown(thread)).isEmpty();

        serve(Optional::empty);
        CoreRig next = start();
        platform.shown().await("the answer", () -> !next.settled(thread).isEmpty());

        assertThat(answer(next, thread).text()).isEqualTo("The answer to 1000.");
    }
}
