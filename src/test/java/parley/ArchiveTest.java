package parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.testing.FakeAnthropic;
import parley.testing.PlaygroundClient;

/** The commands backup and restore, around a program that runs and writes. */
final class ArchiveTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir Path folder;
    private final FakeAnthropic claude = FakeAnthropic.start();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Path home;
    private Path copy;
    private RunningParley parley;

    @BeforeEach
    void start() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        copy = folder.resolve("copy.db");
        startAgain();
    }

    private void startAgain() {
        parley = RunningParley.start(home, Map.of("ANTHROPIC_BASE_URL", claude.url()));
    }

    @AfterEach
    void stop() {
        parley.close();
        claude.close();
    }

    private static Map<String, String> environment(Path home) {
        return Map.of("PARLEY_DATABASE", "jdbc:sqlite:" + home.resolve("parley.db"));
    }

    private int run(String... words) {
        return Main.run(environment(home), new PrintStream(printed, true), words);
    }

    private Archive archive() {
        return new Archive(environment(home), new StringBuilder());
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private String ask(String text) {
        String root = parley.client().ask("general", "ada", text);
        parley.client().answer("general", root, 1);
        return root;
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void backup_whileQuestionsComeIn_holdsAllThatWasAcknowledgedBefore() throws Exception {
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        var first = new CountDownLatch(12);
        var enough = new CountDownLatch(1);
        List<String> before;
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int person = 0; person < 4; person++) {
                people.execute(() -> askUntil(enough, first, acknowledged));
            }
            first.await();
            assertThat(run("backup", copy.toString())).isZero();
            before = List.copyOf(acknowledged);
            assertThat(run("backup", folder.resolve("second.db").toString())).isZero();
            enough.countDown();
        }
        assertThat(printed()).containsPattern("copy.db holds \\d+ conversations? and \\d+ answer");
        parley.stop(Duration.ofSeconds(20));
        assertThat(files(folder)).noneMatch(name -> name.endsWith(".part"));

        assertThat(run("restore", folder.resolve("second.db").toString())).isZero();
        startAgain();
        for (String root : before) {
            var answer = parley.client().answer("general", root, 1);
            assertThat(PlaygroundClient.text(answer)).matches("This is answer \\d+\\.");
            assertThat(parley.client().thread("general", root)).hasSize(2);
        }
    }

    private void askUntil(CountDownLatch enough, CountDownLatch told, Queue<String> acknowledged) {
        while (enough.getCount() > 0) {
            acknowledged.add(parley.client().ask("general", "ada", "Hello? ".repeat(50)));
            told.countDown();
        }
    }

    @Test
    void backup_fileThatExists_isLeftAsItIs() throws IOException {
        Files.writeString(copy, "dear");

        assertThat(run("backup", copy.toString())).isOne();
        assertThatThrownBy(() -> archive().backup(copy)).hasMessageContaining("exists already");
        assertThat(copy).hasContent("dear");
        assertThat(files(folder)).containsExactly("copy.db", "home");
    }

    @Test
    void backup_whereNothingCanBeWritten_saysSo() {
        assertThat(run("backup", folder.resolve("none/copy.db").toString())).isOne();
        assertThatThrownBy(() -> archive().backup(folder.resolve("none/copy.db")))
                .hasMessageContaining("cannot be written");
        assertThatThrownBy(() -> new Archive(environment(folder), new StringBuilder()).backup(copy))
                .hasMessageContaining("is not there");
        assertThat(copy).doesNotExist();
    }

    @Test
    void restore_whileTheProgramRuns_isRefused() throws IOException {
        String root = ask("Hello?");
        assertThat(run("backup", copy.toString())).isZero();
        List<String> before = files(home);

        assertThat(run("restore", copy.toString())).isOne();
        assertThatThrownBy(() -> archive().restore(copy, () -> NOON))
                .hasMessageContaining("in use by another Parley");
        assertThat(files(home)).isEqualTo(before);
        parley.client().reply("general", root, "ada", "Still there?");
        parley.client().answer("general", root, 2);
    }

    @Test
    void restore_afterwards_goesOnWithTheBackupAndKeepsTheOneBefore() throws IOException {
        String kept = ask("Before?");
        assertThat(run("backup", copy.toString())).isZero();
        String later = ask("After?");
        parley.stop(Duration.ofSeconds(5));

        var said = new StringBuilder();
        new Archive(environment(home), said).restore(copy, () -> NOON);
        assertThat(said).contains("1 conversation and 1 answer", "parley.db.2026-03-01T12-00-00Z");
        startAgain();
        parley.client().reply("general", kept, "ada", "And?");
        parley.client().answer("general", kept, 2);
        assertThat(claude.requests().getLast().text()).contains("Before?").doesNotContain("After?");
        assertThat(parley.client().thread("general", later)).isEmpty();
        parley.stop(Duration.ofSeconds(5));

        Path aside = home.resolve("parley.db.2026-03-01T12-00-00Z");
        archive().restore(aside, () -> NOON.plusSeconds(1));
        startAgain();
        assertThat(parley.client().thread("general", later)).hasSize(2);
        assertThat(files(home))
                .contains("parley.db.2026-03-01T12-00-00Z", "parley.db.2026-03-01T12-00-01Z")
                .noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void restore_ofWhatIsNoBackup_changesNothing() throws IOException {
        String root = ask("Hello?");
        assertThat(run("backup", copy.toString())).isZero();
        parley.stop(Duration.ofSeconds(5));
        byte[] before = Files.readAllBytes(home.resolve("parley.db"));

        byte[] half = Files.readAllBytes(copy);
        Files.write(copy, List.of("Dear diary, ".repeat(1000)));
        assertThat(run("restore", copy.toString())).isOne();
        assertThatThrownBy(() -> archive().restore(copy, () -> NOON))
                .hasMessageContaining("no SQLite database");
        Files.write(copy, java.util.Arrays.copyOf(half, half.length / 2));
        assertThatThrownBy(() -> archive().restore(copy, () -> NOON))
                .hasMessageContaining("damaged");
        Files.write(copy, new byte[0]);
        assertThatThrownBy(() -> archive().restore(copy, () -> NOON))
                .hasMessageContaining("no database of Parley's");
        assertThatThrownBy(() -> archive().restore(folder.resolve("none.db"), () -> NOON))
                .hasMessageContaining("is not there");
        assertThatThrownBy(() -> archive().restore(home.resolve("parley.db"), () -> NOON))
                .hasMessageContaining("is the database itself");

        assertThat(home.resolve("parley.db")).hasBinaryContent(before);
        assertThat(files(home)).allMatch(name -> name.matches("parley\\.db(\\.lock)?"));
        startAgain();
        assertThat(parley.client().thread("general", root)).hasSize(2);
    }
}
