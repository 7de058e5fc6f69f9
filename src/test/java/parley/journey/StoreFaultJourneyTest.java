package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parley.store.Backup;
import parley.store.Restore;
import parley.store.StoreFaults;
import parley.testing.FakeReply;
import parley.testing.Gate;
import parley.testing.PlaygroundClient.Shown;

/**
 * The disk is full, the file cannot be written, is locked or broken, while people ask: what was
 * acknowledged is answered once and whole, and what was not is refused with a sentence.
 */
final class StoreFaultJourneyTest extends Journey {
    /** A question as its page sent it, to be sent again under the same id if it was refused. */
    private record Sent(String id, String text, JsonNode answer) {
        boolean acknowledged() {
            return answer.path("receipt").asText().equals("accepted");
        }

        String refusal() {
            return answer.path("error").asText();
        }
    }

    private Path file() {
        return folder.resolve("parley.db");
    }

    private Sent send(String id, String text) {
        return new Sent(id, text, client().say(GENERAL, "", "ada", text, id));
    }

    private Sent send(int number) {
        return send(UUID.randomUUID().toString(), "Question " + number + "? " + "x".repeat(2_000));
    }

    /** Many at once, as under load. */
    private List<Sent> send(int from, int to) throws Exception {
        try (var people = Executors.newFixedThreadPool(8)) {
            List<Future<Sent>> sending =
                    IntStream.range(from, to).mapToObj(n -> people.submit(() -> send(n))).toList();
            List<Sent> sent = new ArrayList<>();
            for (Future<Sent> each : sending) {
                sent.add(each.get());
            }
            return sent;
        }
    }

    private JsonNode health() {
        return client().get("health/ready");
    }

    private String storeHealth() {
        JsonNode health = health();
        JsonNode store = health.path("checks").path(0);
        assertThat(store.path("name").asText()).isEqualTo("store");
        assertThat(health.path("ready").asBoolean()).isEqualTo(store.path("ok").asBoolean());
        return store.path("detail").asText();
    }

    private void assertRefused(Sent sent) {
        assertThat(sent.acknowledged()).isFalse();
        assertThat(sent.refusal()).contains("could not store this").matches("[^{}<>]*");
    }

    private void assertAnsweredOnce(Sent sent) {
        List<Shown> answer = answer(sent.id(), 1);
        assertThat(answer).hasSize(1);
        assertThat(answer.getLast().text()).matches("This is answer \\d+\\.|One two\\.");
        assertThat(client().thread(GENERAL, sent.id())).hasSize(2);
    }

    @Test
    void diskFullUnderLoad_goesOnWithoutARestartOnceThereIsRoom() throws Exception {
        Gate gate = new Gate();
        for (int n = 0; n < 8; n++) {
            claude.enqueue(
                    FakeReply.message().text("One ").gate(gate).text("two.").stop("end_turn"));
        }
        List<Sent> sent = new ArrayList<>(send(0, 8));
        gate.awaitReached();
        StoreFaults.full(parley().store());
        sent.addAll(send(8, 60));
        gate.open();

        List<Sent> refused = sent.stream().filter(each -> !each.acknowledged()).toList();
        assertThat(sent.subList(0, 8)).allMatch(Sent::acknowledged);
        assertThat(refused).hasSizeGreaterThan(20).allSatisfy(this::assertRefused);
        assertThat(storeHealth()).contains("The disk is full", "make room");

        StoreFaults.mended(parley().store());
        assertThat(storeHealth()).isEqualTo("writes and reads");
        sent.stream().filter(Sent::acknowledged).forEach(this::assertAnsweredOnce);
        for (Sent each : refused) {
            Sent again = send(each.id(), each.text());
            assertThat(again.acknowledged()).isTrue();
            assertAnsweredOnce(again);
        }
        assertThat(claude.requests()).hasSize(60);
        restart(Duration.ofSeconds(5));
        sent.forEach(this::assertAnsweredOnce);
        assertThat(claude.requests()).hasSize(60);
    }

    static Stream<Arguments> failingCommits() {
        return Stream.of(StoreFaults.Commit.FAILS, StoreFaults.Commit.SEEMS_TO_FAIL)
                .flatMap(how -> IntStream.range(1, 5).mapToObj(n -> Arguments.of(how, n)));
    }

    @ParameterizedTest(name = "commit {1} {0}")
    @MethodSource("failingCommits")
    void editInMidAnswer_thatIsStoredAtTheSecondTry_restartsTheAnswer(
            StoreFaults.Commit how, int which) {
        claude.enqueue(FakeReply.message().text("Old ").stall());
        String root = client().ask(GENERAL, "ada", "Old words?");
        growing(root, "Old ");
        AtomicInteger commits = new AtomicInteger();
        StoreFaults.commits(
                parley().store(),
                () -> commits.incrementAndGet() == which ? how : StoreFaults.Commit.SUCCEEDS);
        client().edit(GENERAL, root, root, "ada", "New words?");
        client().edit(GENERAL, root, root, "ada", "New words?");

        assertThat(answer(root, 1).getLast().text()).startsWith("This is answer");
        assertThat(claude.requests().getLast().text()).contains("New words?");
        assertThat(client().thread(GENERAL, root)).hasSize(2);
    }

    @Test
    void fileNotWritable_refusesUntilItIs() {
        String root = askAndWait("Before?");
        StoreFaults.readOnly(parley().store());

        Sent refused = send(1);
        assertRefused(refused);
        assertThat(storeHealth()).contains("cannot be written", "let the user that runs Parley");
        assertThat(client().thread(GENERAL, root)).hasSize(2);

        StoreFaults.mended(parley().store());
        assertThat(storeHealth()).isEqualTo("writes and reads");
        assertThat(send(refused.id(), refused.text()).acknowledged()).isTrue();
        assertAnsweredOnce(refused);
    }

    @Test
    void lockedByAnotherProgram_refusesUntilItIsClosed() throws Exception {
        Gate gate = new Gate();
        claude.enqueue(FakeReply.message().text("One ").gate(gate).text("two.").stop("end_turn"));
        Sent underWay = send(0);
        gate.awaitReached();
        growing(underWay.id(), "One ");
        Sent refused;
        try (var _ = StoreFaults.lock(file())) {
            assertThat(storeHealth()).contains("another program has locked the database");
            gate.open();
            refused = send(1);
            assertRefused(refused);
            assertThat(storeHealth())
                    .contains("is locked by another program", "close what has it open");
        }

        assertAnsweredOnce(underWay);
        assertThat(send(refused.id(), refused.text()).acknowledged()).isTrue();
        assertAnsweredOnce(refused);
        assertThat(storeHealth()).isEqualTo("writes and reads");
    }

    @Test
    void damagedInMidRun_refusesUntilABackupIsRestored() {
        String root = askAndWait("Before?");
        Path copy = folder.resolve("copy.db");
        Backup.make("jdbc:sqlite:" + file(), copy);
        StoreFaults.damage(parley().store(), file());

        for (int n = 0; n < 3; n++) {
            assertRefused(send(n));
            assertThat(storeHealth()).contains("is damaged", "restore a backup");
        }
        parley().stop(Duration.ZERO);
        assertThatThrownBy(this::start).hasMessageContaining("parley restore FILE");

        Restore.put("jdbc:sqlite:" + file(), copy, java.time.Instant.EPOCH);
        start();
        assertThat(storeHealth()).isEqualTo("writes and reads");
        client().reply(GENERAL, root, "ada", "After?");
        answer(root, 2);
        assertThat(claude.requests()).hasSize(2);
        assertThat(claude.requests().getLast().text()).contains("Before?", "After?");
    }
}
