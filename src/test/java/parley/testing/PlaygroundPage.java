package parley.testing;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The playground as a person uses it: every wait is for something to be seen. */
public final class PlaygroundPage {
    private final WebDriver browser;
    private final WebDriverWait wait;

    public PlaygroundPage(WebDriver browser) {
        this.browser = browser;
        this.wait = new WebDriverWait(browser, Duration.ofSeconds(20), Duration.ofMillis(20));
        this.wait.ignoring(StaleElementReferenceException.class);
    }

    /** Opens the playground at that address, such as {@code http://127.0.0.1:8080}. */
    public PlaygroundPage open(String address) {
        browser.get(address);
        return awaitReady();
    }

    public PlaygroundPage reload() {
        browser.navigate().refresh();
        return awaitReady();
    }

    private PlaygroundPage awaitReady() {
        wait.until(
                driver -> !driver.findElements(By.cssSelector("html[data-ready=yes]")).isEmpty());
        return this;
    }

    public void openChannel(String id) {
        seen("channel-" + id).click();
        wait.until(driver -> location().equals("#/" + id));
    }

    public void speakAs(String name) {
        new Select(seen("speaking-as")).selectByValue(name);
    }

    /** Writes into the channel, which begins a thread, and waits for the thread to open. */
    public void ask(String text) {
        type("channel-composer", text);
        seen("thread-pane");
        awaitMessage(message -> message.text().equals(text));
    }

    /** Writes into the open thread. */
    public void reply(String text) {
        type("thread-composer", text);
    }

    /** Writes a slash command into the channel's box and waits for its answer. */
    public String command(String text) {
        int before = all("command-reply").size();
        type("channel-composer", text);
        wait.until(driver -> all("command-reply").size() > before);
        return all("command-reply").getLast().getText();
    }

    /** Writes into the channel's box and sends it. */
    public void type(String text) {
        type("channel-composer", text);
    }

    /** Presses the switch that makes the speaking person an admin, or none any more. */
    public void switchAdmin() {
        seen("admin-switch").click();
    }

    public boolean isAdmin() {
        return "true".equals(seen("admin-switch").getDomAttribute("aria-checked"));
    }

    /** Presses one of Parley's own buttons, by its action: the newest that can be seen. */
    public void choose(String action) {
        wait.until(driver -> {
            List<WebElement> found =
                    all("choice").stream()
                            .filter(button -> action.equals(button.getDomAttribute("data-action")))
                            .filter(WebElement::isDisplayed)
                            .toList();
            if (!found.isEmpty()) {
                found.getLast().click();
            }
            return !found.isEmpty();
        });
    }

    /** The input of the open window's field. */
    public WebElement field(String key) {
        return seen("field-" + key);
    }

    private void type(String composer, String text) {
        WebElement box = seen(composer).findElement(By.cssSelector("textarea"));
        box.sendKeys(text);
        if (all("commands").stream().anyMatch(WebElement::isDisplayed)) {
            box.sendKeys(Keys.ESCAPE);
        }
        box.sendKeys(Keys.ENTER);
        wait.until(driver -> "".equals(box.getDomProperty("value")));
    }

    /** Presses a button under the newest answer that has it, such as {@code stop}. */
    public void press(String button) {
        wait.until(driver -> {
            List<WebElement> found = all("button-" + button);
            if (!found.isEmpty()) {
                found.getLast().click();
            }
            return !found.isEmpty();
        });
    }

    /** The messages of the open thread, oldest first, with their exact texts. */
    public List<Shown> thread() {
        return browser.findElements(By.cssSelector("#thread > .message")).stream()
                .map(this::shown)
                .toList();
    }

    private Shown shown(WebElement node) {
        var script = (JavascriptExecutor) browser;
        return new Shown(
                String.valueOf(script.executeScript("return arguments[0].rawText", node)),
                node.findElement(By.cssSelector("[data-testid=text]")).getText(),
                Boolean.parseBoolean(node.getDomAttribute("data-settled")),
                node.getDomAttribute("class").contains("bot"));
    }

    /** Waits until a message of the open thread is as told, and returns it. */
    public Shown awaitMessage(Predicate<Shown> condition) {
        return wait.until(driver -> thread().stream().filter(condition).findFirst().orElse(null));
    }

    /** Waits until something with that test id can be seen. */
    public WebElement seen(String testId) {
        return wait.until(driver ->
                all(testId).stream().filter(WebElement::isDisplayed).findFirst().orElse(null));
    }

    /** Everything with that test id, seen or not. */
    public List<WebElement> all(String testId) {
        return browser.findElements(by(testId));
    }

    private static By by(String testId) {
        return By.cssSelector("[data-testid='" + testId + "']");
    }

    /** The part of the address that names channel and thread. */
    public String location() {
        String address = String.valueOf(browser.getCurrentUrl());
        return address.substring(address.indexOf('#') + 1).isEmpty()
                ? ""
                : address.substring(Math.max(0, address.indexOf('#')));
    }

    /** Waits until that is true of the page. */
    public void await(Predicate<PlaygroundPage> condition) {
        wait.until(driver -> condition.test(this));
    }

    /**
     * A message as shown.
     *
     * @param text the exact Markdown
     * @param rendered what a person reads
     */
    public record Shown(String text, String rendered, boolean settled, boolean bot) {}
}
