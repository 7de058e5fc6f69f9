package parley.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.interactions.Actions;
import parley.RunningParley;
import parley.testing.Chromium;
import parley.testing.FakeAnthropic;
import parley.testing.FakeReply;
import parley.testing.PlaygroundPage;

/**
 * Takes the README's pictures from the running program, with a scripted model behind it:
 *
 * <pre>{@code
 * mvn -q test-compile exec:exec -Dexec.classpathScope=test -Dmain.class=parley.journey.ReadmeScreenshot
 * }</pre>
 *
 * <p>writes {@code src/docs/playground.png} and {@code playground-dark.png}.
 */
final class ReadmeScreenshot {
    private static final String CHANNEL = "engineering";
    private static final String EARLIER = "When is SQLite enough, and when do we need PostgreSQL?";
    private static final String QUESTION =
            "We answer webhooks with 200 before the event is saved, and lost two orders in a deploy.";
    private static final String ANSWER =
            """
            Save first: a 200 tells the sender to forget the event.

            ```java
            journal.append(event);   // commits
            queue.offer(event.id()); // may be lost
            return 200;
            ```

            1. Put a **unique key** on the event's id: senders repeat.
            2. At start, queue every event that is **not handled** yet.
            3. Test it: kill the process right after `append`.
            """
                    .strip();
    private static final String FOLLOW_UP = "@Parley what does that cost us per event?";
    private static final String SECOND =
            "One disk sync: a few milliseconds on an SSD. When many arrive at once, commit them"
                    + " **together**.";

    private ReadmeScreenshot() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("parley-picture");
        try (FakeAnthropic model = FakeAnthropic.start();
                RunningParley parley =
                        RunningParley.start(folder, Map.of("ANTHROPIC_BASE_URL", model.url()));
                Chromium chromium = new Chromium(1280, 800, false)) {
            model.enqueue(
                    answer("Later.", 1_640, 3),
                    answer(ANSWER, 1_912, 214),
                    answer(SECOND, 2_188, 71));
            PlaygroundPage page = new PlaygroundPage(chromium.driver()).open(parley.address());
            talk(page);
            take(chromium, "playground.png");
            chromium.prefer(true);
            take(chromium, "playground-dark.png");
        }
        System.exit(0);
    }

    static FakeReply answer(String text, long input, long output) {
        FakeReply reply =
                FakeReply.message().usage(input, output, 0, 0).pace(Duration.ofMillis(30));
        return reply.text(text.splitWithDelimiters(" ", 0)).stop("end_turn");
    }

    private static void talk(PlaygroundPage page) {
        page.openChannel(CHANNEL);
        page.speakAs("mary");
        page.ask(EARLIER);
        page.awaitMessage(answered("Later."));
        page.speakAs("ada");
        page.ask(QUESTION);
        page.awaitMessage(answered(ANSWER));
        page.speakAs("grace");
        page.reply(FOLLOW_UP);
        page.awaitMessage(answered(SECOND));
        page.press("like");
        page.await(ReadmeScreenshot::isLiked);
    }

    private static boolean isLiked(PlaygroundPage page) {
        return page.all("button-like").stream()
                .anyMatch(button -> "true".equals(button.getDomAttribute("aria-pressed")));
    }

    static Predicate<PlaygroundPage.Shown> answered(String text) {
        return shown -> shown.settled() && shown.text().equals(text);
    }

    static void take(Chromium chromium, String name) throws IOException {
        new Actions(chromium.driver()).moveToLocation(1, 1).perform();
        chromium.driver().executeScript("document.activeElement.blur()");
        Files.write(Path.of("src/docs", name), chromium.driver().getScreenshotAs(OutputType.BYTES));
    }
}
