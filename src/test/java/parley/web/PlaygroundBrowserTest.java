package parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.logging.LogType;
import parley.testing.Browser;
import parley.testing.MemoryMessageLog;
import parley.testing.PlaygroundPage;

/** The page in a real browser, before a bot that says what the test tells it. */
@Tag("browser")
final class PlaygroundBrowserTest {
    private static final String ANSWER =
            "**One** two\n\n```java\nint x = 1;\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
                    + "<img src=x onerror=alert(1)> [bad](javascript:alert(1)) and the end.";
    @RegisterExtension static final Browser BROWSER = new Browser();

    private final MemoryMessageLog log = new MemoryMessageLog();
    private TestingPlayground playground;
    private PlaygroundPage page;

    @BeforeEach
    void open() {
        playground = new TestingPlayground(log);
        playground.bot.willAnswer(ANSWER);
        page = BROWSER.open(playground.address());
    }

    @AfterEach
    void close() {
        playground.close();
    }

    @Test
    void ask_answerGrows_andStandsAfterReload() {
        page.ask("What is one?");
        assertThat(page.seen("status-words").getText()).isEqualTo("Thinking");
        playground.bot.grow(1);
        assertThat(page.awaitMessage(PlaygroundPage.Shown::bot).settled()).isFalse();
        playground.bot.grow(100);

        PlaygroundPage.Shown answer = page.awaitMessage(m -> m.bot() && m.settled());
        assertThat(answer.text()).isEqualTo(ANSWER);
        assertThat(answer.rendered())
                .contains("One two", "int x = 1;", "<img src=x onerror=alert(1)>");
        List<PlaygroundPage.Shown> before = page.thread();
        page.reload();
        page.awaitMessage(PlaygroundPage.Shown::bot);
        assertThat(page.thread()).isEqualTo(before);
    }

    @Test
    void modelText_becomesNoHtmlAndNoScript() {
        page.ask("Show me");
        playground.bot.grow(100);
        page.awaitMessage(m -> m.bot() && m.settled());

        assertThat(count("#thread .body img, #thread .body script")).isZero();
        assertThat(count("#thread .body a[href^=javascript]")).isZero();
        assertThat(count("#thread .body table")).isOne();
        assertThat(count("#thread .body .code")).isOne();
    }

    private static long count(String selector) {
        Object found =
                BROWSER.driver()
                        .executeScript(
                                "return document.querySelectorAll(arguments[0]).length", selector);
        return Long.parseLong(String.valueOf(found));
    }

    @Test
    void stop_keepsWhatIsThere() {
        page.ask("Tell me much");
        playground.bot.grow(1);
        page.awaitMessage(PlaygroundPage.Shown::bot);
        page.press("stop");

        PlaygroundPage.Shown answer = page.awaitMessage(m -> m.bot() && m.settled());
        assertThat(answer.text()).isEqualTo("**One**");
        assertThat(page.seen("note").getText()).isEqualTo("Stopped by Ada Lovelace.");
    }

    @Test
    void selection_inAFinishedParagraph_survivesGrowth() {
        page.ask("Grow");
        playground.bot.grow(6);
        page.awaitMessage(m -> m.bot() && m.text().contains("int"));
        BROWSER.driver()
                .executeScript(
                        "getSelection().selectAllChildren(document.querySelector('#thread .bot .body p'))");
        playground.bot.grow(100);
        page.awaitMessage(m -> m.bot() && m.settled());

        assertThat(BROWSER.driver().executeScript("return String(getSelection())"))
                .isEqualTo("One two");
    }

    @Test
    void command_isOfferedAndAnswered() {
        WebElement box = page.seen("channel-composer").findElement(By.tagName("textarea"));
        box.sendKeys("/h");
        assertThat(page.seen("commands").getText()).contains("/help");
        box.sendKeys(Keys.ENTER);
        page.await(shown -> "/help ".equals(box.getDomProperty("value")));
        box.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.BACK_SPACE);

        assertThat(page.command("/help"))
                .contains("You typed /help in general.", "Only visible to you");
    }

    @Test
    void ownMessage_canBeEditedAndDeleted() {
        page.ask("Helo");
        click("#thread [data-testid=edit]");
        WebElement box = page.seen("edit-box");
        box.sendKeys(Keys.chord(Keys.CONTROL, "a"), "Hello", Keys.ENTER);
        page.awaitMessage(m -> m.text().equals("Hello"));
        assertThat(count("#thread .edited")).isOne();

        click("#thread [data-testid=delete]");
        click("#thread [data-testid=delete]");
        page.awaitMessage(m -> m.rendered().equals("This message was deleted."));
    }

    private static void click(String selector) {
        BROWSER.driver().executeScript("document.querySelector(arguments[0]).click()", selector);
    }

    @Test
    void serverRestart_isSurvived_andTheMessageIsSentOnce() {
        page.ask("Before");
        int port = playground.server.port();
        playground.close();
        page.seen("connection");
        BROWSER.driver()
                .executeScript(
                        "const box = document.querySelector('#thread-composer textarea');"
                                + "box.value = '@Parley after'; box.dispatchEvent(new Event('input'));"
                                + "document.querySelector('#thread-composer .send').click()");
        assertThat(page.seen("composer-fault").getText()).contains("as soon as it is back");
        playground = new TestingPlayground(log, port);

        page.awaitMessage(m -> m.text().equals("@Parley after"));
        page.await(shown -> !shown.all("connection").getFirst().isDisplayed());
        assertThat(page.thread())
                .extracting(PlaygroundPage.Shown::text)
                .containsExactly("Before", "@Parley after");
    }

    @Test
    void darkDesktop_isFollowed_andTheSwitchWins() {
        BROWSER.chromium().prefer(true);
        assertThat(background()).isEqualTo("rgb(23, 25, 28)");
        page.seen("theme").click();
        assertThat(background()).isEqualTo("rgb(255, 255, 255)");
        page.reload();
        assertThat(background()).isEqualTo("rgb(255, 255, 255)");
    }

    private static String background() {
        return String.valueOf(
                BROWSER.driver()
                        .executeScript("return getComputedStyle(document.body).backgroundColor"));
    }

    @Test
    void phone_showsOnePaneWithoutSidewaysScrolling() {
        BROWSER.chromium().resize(360, 740);
        page.ask("On a phone");
        playground.bot.grow(100);
        page.awaitMessage(m -> m.bot() && m.settled());

        Dimension pane = page.seen("thread-pane").getSize();
        assertThat(pane.getWidth()).isEqualTo(360);
        assertThat(BROWSER.driver().executeScript("return document.documentElement.scrollWidth"))
                .isEqualTo(360L);
    }

    @Test
    void page_breaksNoRuleOfItsOwnPolicy() {
        page.ask("Hello");
        playground.bot.grow(100);
        page.awaitMessage(m -> m.bot() && m.settled());

        assertThat(BROWSER.driver().manage().logs().get(LogType.BROWSER).getAll())
                .noneMatch(entry -> entry.getMessage().contains("Content Security Policy"));
    }
}
