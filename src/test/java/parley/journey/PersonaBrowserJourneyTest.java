package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import parley.RunningParley;
import parley.testing.Browser;
import parley.testing.FakeAnthropic;
import parley.testing.PlaygroundPage;
import parley.testing.PlaygroundPage.Shown;

/** How a persona is changed in a browser, with the whole program behind it. */
@Tag("browser")
final class PersonaBrowserJourneyTest {
    @RegisterExtension static final Browser BROWSER = new Browser();

    @TempDir Path folder;

    private FakeAnthropic model;
    private RunningParley parley;
    private PlaygroundPage page;

    @BeforeEach
    void open() {
        model = FakeAnthropic.start();
        parley = RunningParley.start(folder, Map.of("ANTHROPIC_BASE_URL", model.url()));
        page = BROWSER.open(parley.address());
    }

    @AfterEach
    void close() {
        parley.close();
        model.close();
    }

    /** The system prompt of the next question. */
    private String asked(String question) {
        page.ask(question);
        page.awaitMessage(shown -> shown.bot() && shown.settled());
        return model.takeRequest().json().path("system").toString();
    }

    private void awaitNotice(String words) {
        page.await(shown ->
                shown.all("notice-line").stream().anyMatch(line -> line.getText().contains(words)));
    }

    @Test
    void newAdmin_setsAPersona_editsItInAWindow_andTheNextAnswerFollows() {
        page.speakAs("grace");
        assertThat(page.command("/persona set editor")).contains("Only admins can use");
        page.switchAdmin();
        page.await(PlaygroundPage::isAdmin);
        assertThat(page.command("/persona set editor")).contains("editor answers in this channel");
        awaitNotice("Grace Hopper set editor for this channel");
        assertThat(asked("Who are you?")).contains("You are an editor");

        page.type("/persona edit editor");
        page.field("settings").sendKeys("modle: x\n");
        page.seen("window-submit").click();
        page.await(shown -> shown.seen("field-settings-fault").getText().contains("modle"));
        page.field("settings")
                .sendKeys(
                        Keys.chord(Keys.CONTROL, Keys.HOME),
                        Keys.chord(Keys.SHIFT, Keys.ARROW_DOWN),
                        Keys.DELETE);
        page.field("prompt").sendKeys("\nGreet everyone with Ahoy.\n");
        page.seen("window-submit").click();
        awaitNotice("Grace Hopper edited editor");
        assertThat(asked("And now?")).contains("Greet everyone with Ahoy.");

        page.reload();
        awaitNotice("Grace Hopper edited editor");
        assertThat(page.thread()).extracting(Shown::bot).contains(true);
    }
}
