package parley.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.testing.FakeReply;

/** What the real process does when it is told to end while there is much to do. */
final class SignalTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LOG =
            """
            <configuration>
              <appender name="err" class="ch.qos.logback.core.ConsoleAppender">
                <target>System.err</target>
                <encoder><pattern>%level %logger{0} %msg%n</pattern></encoder>
              </appender>
              <root level="INFO"><appender-ref ref="err"/></root>
            </configuration>
            """;
    private static final int TERMINATED = 128 + 15;

    @TempDir Path folder;
    private final Model model = Model.start();
    private final PlaygroundSurface surface = new PlaygroundSurface();
    private final Map<String, String> settings = new HashMap<>();

    @AfterEach
    void close() {
        surface.close();
        model.close();
    }

    private ChildProgram program() throws IOException {
        Path log = Files.writeString(folder.resolve("log.xml"), LOG);
        List<String> java =
                List.of("-Xmx256m", "-XX:+UseSerialGC", "-Dlogback.configurationFile=" + log);
        settings.putAll(model.settings());
        settings.putAll(surface.settings());
        return ChildProgram.ofClasses(java, folder, settings);
    }

    /** The answer's beginning, and then nothing more while the model is in that mood. */
    private String askHalf(Exchange exchange) {
        model.script(it -> FakeReply.message().text(it.deltas().getFirst()).stall());
        String question = surface.ask(exchange);
        surface.await(
                "the beginning",
                PATIENCE,
                () -> surface.answers(question).stream().anyMatch(it -> !it.text().isEmpty()));
        return question;
    }

    private void awaitLog(ChildProgram program, String words) {
        surface.await(words, PATIENCE, () -> log(program).contains(words));
    }

    private static String log(ChildProgram program) {
        try {
            return Files.readString(program.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Timeout(120)
    void told_modelStalls_parksItAndTheNextStartGoesOn() throws IOException {
        try (ChildProgram program = program()) {
            surface.opened(program.start());
            Exchange exchange = model.exchange(20);
            String question = askHalf(exchange);
            program.tell();

            assertThat(program.exit()).isEqualTo(TERMINATED);
            assertThat(log(program))
                    .contains("Stopping: 1 answers", "Leaving 1 answers", "Stopped")
                    .doesNotContain("ERROR");
            model.script(it -> Model.whole(it, Duration.ZERO));
            surface.opened(program.start());
            surface.await("the answer", PATIENCE, () -> surface.settled(question));
            assertThat(Laws.faults(surface, Map.of(question, exchange))).isEmpty();
            assertThat(exchange.requests()).isEqualTo(2);
        }
    }

    @Test
    @Timeout(120)
    void toldTwice_endsAtOnce() throws IOException {
        try (ChildProgram program = program()) {
            surface.opened(program.start());
            String question = askHalf(model.exchange(20));
            program.tell();
            awaitLog(program, "Stopping: 1 answers");
            program.tell();

            assertThat(program.exit()).isEqualTo(TERMINATED);
            assertThat(log(program)).contains("Told again").doesNotContain("Leaving", "Stopped");
            model.script(it -> Model.whole(it, Duration.ZERO));
            surface.opened(program.start());
            surface.await("the answer", PATIENCE, () -> surface.settled(question));
        }
    }

    @Test
    @Timeout(120)
    void told_whileItStartsAndSlackHangs_endsInOrder() throws Exception {
        try (ServerSocket slack = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            settings.put("SLACK_BOT_TOKEN", "xoxb-1-a");
            settings.put("SLACK_APP_TOKEN", "xapp-1-a");
            settings.put("SLACK_API_URL", "http://127.0.0.1:" + slack.getLocalPort() + "/api/");
            settings.put("PARLEY_PLAYGROUND", "on");
            try (ChildProgram program = program()) {
                var starting = CompletableFuture.supplyAsync(program::start);
                try (var _ = slack.accept()) {
                    program.tell();
                    assertThat(program.exit()).isEqualTo(TERMINATED);
                }
                assertThat(starting.handle((_, fault) -> fault).get(30, TimeUnit.SECONDS))
                        .isInstanceOf(CompletionException.class)
                        .hasRootCauseInstanceOf(EOFException.class);
                assertThat(log(program)).contains("Stopped").doesNotContain("ERROR");
            }
        }
    }
}
