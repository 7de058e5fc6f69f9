package parley.journey;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import parley.RunningParley;
import parley.testing.FakeAnthropic;
import parley.testing.PlaygroundClient;
import parley.testing.PlaygroundClient.Shown;

/** The whole program against a loopback Messages API, used through the playground. */
abstract class Journey {
    static final String GENERAL = "general";

    @TempDir Path folder;
    final FakeAnthropic claude = FakeAnthropic.start();
    private final Map<String, String> settings = new HashMap<>();
    private Optional<RunningParley> running = Optional.empty();

    @BeforeEach
    final void startProgram() {
        settings.put("ANTHROPIC_BASE_URL", claude.url());
        start();
    }

    @AfterEach
    final void stopProgram() {
        running.ifPresent(RunningParley::close);
        claude.close();
    }

    final void start() {
        running = Optional.of(RunningParley.start(folder, settings));
    }

    /** Stops and starts again over the same database. */
    final void restart(Duration patience) {
        running.orElseThrow().stop(patience);
        start();
    }

    /** The same, with a calendar so far ahead of the machine's. */
    final void restartAhead(Duration ahead) {
        running.orElseThrow().stop(Duration.ZERO);
        running = Optional.of(RunningParley.start(folder, settings, ahead));
    }

    final void restartWith(String setting, String value) {
        settings.put(setting, value);
        restart(Duration.ZERO);
    }

    final RunningParley parley() {
        return running.orElseThrow();
    }

    final PlaygroundClient client() {
        return parley().client();
    }

    /** Asks as Ada at the top of the channel and waits for the whole answer; gives the thread. */
    final String askAndWait(String text) {
        String root = client().ask(GENERAL, "ada", text);
        answer(root, 1);
        return root;
    }

    final List<Shown> answer(String root, int number) {
        return client().answer(GENERAL, root, number);
    }

    final String note(String root, int number) {
        return answer(root, number).getLast().note();
    }

    final String text(String root, int number) {
        return PlaygroundClient.text(answer(root, number));
    }

    /** Waits until the thread shows that much of a growing answer. */
    final Shown growing(String root, String text) {
        return client().await(
                        GENERAL,
                        root,
                        thread -> thread.stream().anyMatch(m -> m.byBot() && m.text().equals(text)))
                .getLast();
    }
}
