package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.testing.FakeAnthropic;
import parley.testing.FakeReply;
import parley.testing.PlaygroundClient;
import parley.testing.PlaygroundClient.Shown;

/** The real process, killed with no chance to say goodbye. */
final class KillJourneyTest {
    @TempDir Path folder;
    private final FakeAnthropic claude = FakeAnthropic.start();
    private Killable program;

    @BeforeEach
    void start() {
        program = new Killable();
    }

    @AfterEach
    void stop() throws Exception {
        program.kill();
        claude.close();
    }

    @Test
    void killBetweenQuestions_theNextRequestCarriesTheWholeThread() throws Exception {
        String root = program.client.ask("general", "ada", "First?");
        program.client.answer("general", root, 1);
        killAndStart();
        program.client.reply("general", root, "ada", "Second?");
        program.client.answer("general", root, 2);
        killAndStart();
        program.client.reply("general", root, "ada", "Third?");
        program.client.answer("general", root, 3);

        assertThat(claude.requests()).hasSize(3);
        assertThat(claude.requests().get(2).json().path("messages").toString())
                .containsSubsequence("First?", "answer 1", "Second?", "answer 2", "Third?");
        String second = claude.requests().get(1).json().path("messages").path(1).toString();
        assertThat(claude.requests().get(2).text()).contains(second);
    }

    @Test
    void killInMidAnswer_itIsAskedAgainOnceInTheSameMessage() throws Exception {
        claude.enqueue(FakeReply.message().text("Half ").stall());
        String root = program.client.ask("general", "ada", "Hello?");
        program.client.await("general", root, thread -> thread.getLast().text().equals("Half "));
        killAndStart();

        assertThat(PlaygroundClient.text(program.client.answer("general", root, 1)))
                .isEqualTo("This is answer 2.");
        assertThat(program.client.thread("general", root)).hasSize(2);
        assertThat(claude.requests()).hasSize(2);
    }

    @Test
    void killInARetry_whoseNextTryIsRefused_theEarlierAnswerIsShownAgain() throws Exception {
        String root = program.client.ask("general", "ada", "Hello?");
        List<Shown> first = program.client.answer("general", root, 1);
        claude.enqueue(
                FakeReply.message().text("New ").stall(),
                FakeReply.status(400, "invalid_request_error", "no"));
        program.client.press("general", root, first.getLast().turn(), "ada", "retry");
        program.client.await("general", root, thread -> thread.getLast().text().equals("New "));
        killAndStart();

        program.client.await(
                "general", root, thread -> thread.getLast().note().contains("this one stands"));
        assertThat(program.client.thread("general", root))
                .hasSize(2)
                .last()
                .returns("This is answer 1.", Shown::text)
                .returns(first.getLast().footer(), Shown::footer);
    }

    private void killAndStart() throws Exception {
        program.kill();
        program = new Killable();
    }

    /** The program as a process of its own. */
    private final class Killable {
        private final Process process;
        private final PlaygroundClient client;

        Killable() {
            try {
                process = start();
                client = new PlaygroundClient(address(process.inputReader()));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        private Process start() throws IOException {
            String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            String classPath = System.getProperty("java.class.path");
            var builder =
                    new ProcessBuilder(
                            List.of(
                                    java,
                                    "--enable-native-access=ALL-UNNAMED",
                                    "-cp",
                                    classPath,
                                    "parley.Main"));
            builder.environment()
                    .putAll(
                            Map.of(
                                    "ANTHROPIC_API_KEY",
                                    "sk-ant-test-key",
                                    "ANTHROPIC_BASE_URL",
                                    claude.url(),
                                    "PARLEY_HTTP",
                                    "127.0.0.1:0",
                                    "PARLEY_DATABASE",
                                    "jdbc:sqlite:" + folder.resolve("p.db")));
            return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        }

        private static String address(BufferedReader output) throws IOException {
            String line = output.readLine();
            assertThat(line).startsWith("Parley is ready at ");
            return line.split(" ")[4];
        }

        void kill() throws Exception {
            client.close();
            process.destroyForcibly().waitFor();
        }
    }
}
