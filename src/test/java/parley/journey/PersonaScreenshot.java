package parley.journey;

import static parley.journey.ReadmeScreenshot.answer;
import static parley.journey.ReadmeScreenshot.answered;
import static parley.journey.ReadmeScreenshot.take;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.openqa.selenium.Keys;
import parley.RunningParley;
import parley.testing.Chromium;
import parley.testing.FakeAnthropic;
import parley.testing.PlaygroundPage;

/**
 * Takes the README's pictures of how a persona is changed, from the running program:
 *
 * <pre>{@code
 * mvn -q test-compile exec:exec -Dexec.classpathScope=test -Dmain.class=parley.journey.PersonaScreenshot
 * }</pre>
 *
 * <p>writes {@code src/docs/persona-set.png} and {@code persona-edit.png}.
 */
final class PersonaScreenshot {
    private static final String EARLIER = "How should we announce the new export?";
    private static final String QUESTION =
            "The export fails for one customer since the deploy. What do we check first?";
    private static final String ANSWER =
            """
            Start from the difference: one customer, since one deploy.

            1. **Their data.** Take the oldest export that fails, and find the first row it stops at.
            2. **The deploy.** Compare what it changed with that row: a new column, a stricter type.
            3. **Undo or mend?** If the row is fine, roll the deploy back today and look tomorrow.

            ```sql
            SELECT id, created_at FROM export
            WHERE customer = 4711 AND state = 'FAILED'
            ORDER BY created_at LIMIT 1;
            ```
            """
                    .strip();

    private PersonaScreenshot() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("parley-picture");
        try (FakeAnthropic model = FakeAnthropic.start();
                RunningParley parley =
                        RunningParley.start(folder, Map.of("ANTHROPIC_BASE_URL", model.url()));
                Chromium chromium = new Chromium(1280, 800, false)) {
            chromium.resize(1280, 800, 2);
            model.enqueue(answer("Later.", 1_640, 3), answer(ANSWER, 1_912, 236));
            PlaygroundPage page = new PlaygroundPage(chromium.driver()).open(parley.address());
            set(page);
            take(chromium, "persona-set.png");
            edit(page);
            take(chromium, "persona-edit.png");
        }
        System.exit(0);
    }

    private static void set(PlaygroundPage page) {
        page.speakAs("mary");
        page.ask(EARLIER);
        page.awaitMessage(answered("Later."));
        page.speakAs("ada");
        page.command("/persona set engineer for 2h");
        page.speakAs("grace");
        page.ask(QUESTION);
        page.awaitMessage(answered(ANSWER));
        page.speakAs("ada");
    }

    private static void edit(PlaygroundPage page) {
        page.type("/persona edit engineer");
        page.field("prompt")
                .sendKeys(
                        Keys.chord(Keys.CONTROL, Keys.HOME),
                        Keys.ARROW_DOWN,
                        Keys.ARROW_DOWN,
                        Keys.END,
                        " Ask for a failing test before you change anything.",
                        Keys.chord(Keys.CONTROL, Keys.HOME));
        page.field("reason").sendKeys("We write the test first here.");
    }
}
