package parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.logging.LogType;
import parley.chat.Choice;
import parley.chat.Chosen;
import parley.chat.CommandReply;
import parley.chat.Form;
import parley.chat.FormReply;
import parley.chat.Notice;
import parley.chat.Standing;
import parley.chat.Submission;
import parley.testing.Browser;
import parley.testing.MemoryMessageLog;
import parley.testing.PlaygroundPage;

/** Commands, windows, decisions and notices in a real browser, before scripted commands. */
@Tag("browser")
final class CommandBrowserTest {
    private static final Choice EDIT = new Choice("Edit", "edit:pirate", Choice.Style.PLAIN);
    private static final Choice APPROVE = new Choice("Approve", "yes:7", Choice.Style.PRIMARY);
    private static final Choice REFUSE = new Choice("Refuse", "no:7", Choice.Style.DANGER);
    private static final String TEXT = "\n---\nname: pirate\n---\n\n\tSpeak like one.  \n\n";
    private static final Form FORM =
            new Form(
                    "edit:1",
                    "Edit pirate",
                    "Save",
                    List.of(
                            new Form.Field("text", "Text", "Write", TEXT, true, false, 100),
                            new Form.Field("reason", "Reason", "Why", "", false, true, 50)));
    @RegisterExtension static final Browser BROWSER = new Browser();

    private final MemoryMessageLog log = new MemoryMessageLog();
    private TestingPlayground playground;
    private PlaygroundPage page;

    @BeforeEach
    void open() {
        playground = new TestingPlayground(log);
        page = BROWSER.open(playground.address());
    }

    @AfterEach
    void close() {
        playground.close();
    }

    private WebElement box() {
        return page.seen("channel-composer").findElement(By.tagName("textarea"));
    }

    private void openWindow() {
        playground.willReply(new CommandReply.Asks(FORM));
        page.type("/persona edit pirate");
        page.seen("window");
    }

    @Test
    void adminSwitch_makesAnAdmin_andOthersPagesSeeIt() {
        page.speakAs("grace");
        assertThat(page.isAdmin()).isFalse();
        page.switchAdmin();
        page.await(PlaygroundPage::isAdmin);
        assertThat(page.seen("speaking-as").getText()).contains("Grace Hopper · admin");
        page.command("/help");
        assertThat(playground.commands.typed().getLast().standing()).isEqualTo(Standing.ADMIN);

        playground.post("/api/people/grace/admin", Map.of("admin", false));
        page.await(it -> !it.isAdmin());
        page.command("/help");
        assertThat(playground.commands.typed().getLast().standing()).isEqualTo(Standing.MEMBER);
    }

    @Test
    void adminSwitch_ofAnOutsider_saysWhyNot() {
        page.speakAs("alan");
        page.switchAdmin();

        assertThat(page.seen("admin-note").getText())
                .startsWith("Alan Turing belongs to Bletchley");
        assertThat(page.isAdmin()).isFalse();
        page.ask("Hello from there");
        assertThat(page.seen("thread").getText()).contains("Bletchley Park");
    }

    @Test
    void suggestions_offerWordsAndNames_andTheKeyboardTakesThem() {
        box().sendKeys("/pers");
        page.await(it -> it.seen("commands").getText().contains("/persona set <name>"));
        box().sendKeys(Keys.ARROW_DOWN, Keys.ENTER);
        page.await(it -> "/persona set ".equals(box().getDomProperty("value")));
        box().sendKeys("eng");
        page.await(it -> it.seen("commands").getText().contains("engineer"));
        box().sendKeys(Keys.TAB);
        page.await(it -> "/persona set engineer ".equals(box().getDomProperty("value")));
        assertThat(page.seen("signature").getText()).contains("[for channel|thread|workspace]");
        box().sendKeys("for th", Keys.TAB);
        page.await(it -> "/persona set engineer for thread ".equals(box().getDomProperty("value")));
        box().sendKeys(Keys.ENTER);

        page.seen("command-reply");
        assertThat(playground.commands.typed().getLast().text())
                .isEqualTo("/persona set engineer for thread");
    }

    @Test
    void choices_showTheirResultInPlace() {
        playground.willReply(
                new CommandReply.Told("**pirate** answers here.", List.of(EDIT, REFUSE)));
        playground.commands.choosing(it ->
                it.action().equals("no:7")
                        ? new CommandReply.Settled("It is over.")
                        : CommandReply.told("```diff\n-old\n+new\n```"));
        page.command("/persona");
        page.choose("edit:pirate");
        page.await(it -> it.seen("command-reply").getText().contains("+new"));
        page.choose("edit:pirate");
        page.await(it -> playground.commands.chosen().size() == 2);
        page.await(it -> count(".private .diff.add") == 1);

        page.choose("no:7");
        page.await(it -> it.seen("command-reply").getText().contains("It is over."));
        assertThat(page.all("choice")).isEmpty();
        assertThat(page.seen("command-reply").getText())
                .doesNotContain("answers here", "+new")
                .contains("Only visible to you");
        assertThat(playground.commands.chosen())
                .extracting(Chosen::standing)
                .containsOnly(Standing.ADMIN);
    }

    private static long count(String selector) {
        return BROWSER.driver().findElements(By.cssSelector(selector)).size();
    }

    @Test
    void window_roundTripsExactly_andIsFilledByKeyboard() {
        openWindow();
        assertThat(page.field("text").getDomProperty("value")).isEqualTo(TEXT);
        page.field("text").sendKeys(Keys.chord(Keys.CONTROL, Keys.END), "Arr\nmatey");
        page.field("reason").sendKeys("fun", Keys.chord(Keys.CONTROL, Keys.ENTER));

        page.await(it -> !it.all("command-reply").isEmpty());
        assertThat(page.seen("command-reply").getText())
                .contains("Edit pirate", "You filled in edit:1.");
        Submission submission = playground.commands.submitted().getLast();
        assertThat(submission.values())
                .isEqualTo(Map.of("text", TEXT + "Arr\nmatey", "reason", "fun"));
        assertThat(page.all("window").getFirst().isDisplayed()).isFalse();
    }

    @Test
    void window_refused_staysOpenWithTheFaultAtItsField() {
        playground.commands.taking(_ ->
                new FormReply.Refused(
                        Map.of("text", "Line 3: there is no such key."), "Nothing was stored."));
        openWindow();
        page.field("text").sendKeys(Keys.chord(Keys.CONTROL, Keys.END), "more");
        page.seen("window-submit").click();

        page.await(it -> it.seen("field-text-fault").getText().contains("Line 3: there is no"));
        assertThat(page.seen("window-said").getText()).isEqualTo("Nothing was stored.");
        assertThat(page.field("text").getDomAttribute("aria-invalid")).isEqualTo("true");
        assertThat(page.field("text").getDomProperty("value")).isEqualTo(TEXT + "more");
        assertThat(selected()).isEqualTo("name: pirate");
    }

    private static String selected() {
        return String.valueOf(BROWSER.driver().executeScript("return String(getSelection())"));
    }

    @Test
    void window_serverAway_keepsWhatWasTyped() {
        openWindow();
        page.field("reason").sendKeys("because");
        int port = playground.server.port();
        playground.close();
        page.seen("window-submit").click();
        page.await(it -> it.seen("window-said").getText().startsWith("Parley does not answer"));
        playground = new TestingPlayground(log, port);

        page.seen("window-submit").click();
        page.await(it -> !it.all("window").getFirst().isDisplayed());
        assertThat(playground.commands.submitted().getFirst().values())
                .containsEntry("reason", "because");
    }

    @Test
    void window_escape_asksOnlyWhenSomethingWouldBeLost() {
        openWindow();
        page.field("reason").sendKeys(Keys.ESCAPE);
        page.await(it -> !it.all("window").getFirst().isDisplayed());

        openWindow();
        page.field("reason").sendKeys("x", Keys.ESCAPE);
        page.seen("window-keep").sendKeys(Keys.ESCAPE);
        page.await(it -> it.seen("window-submit").isDisplayed());
        page.field("reason").sendKeys("y");
        assertThat(page.field("reason").getDomProperty("value")).isEqualTo("xy");
        page.field("reason").sendKeys(Keys.ESCAPE);
        page.seen("window-discard").click();
        page.await(it -> !it.all("window").getFirst().isDisplayed());
        assertThat(playground.commands.submitted()).isEmpty();
    }

    @Test
    void window_closed_leavesTheCursorInTheBox() {
        openWindow();
        page.seen("window-cancel").click();
        page.await(it -> !it.all("window").getFirst().isDisplayed());
        box().sendKeys("and on");

        assertThat(box().getDomProperty("value")).isEqualTo("and on");
    }

    @Test
    void privateAnswer_staysWhereItCame_whenTheChannelGoesOn() {
        playground.adapter.post(notice());
        page.seen("notice-line");
        page.command("/help");
        playground.say("general", TestingPlayground.id(), "grace", "Good morning", "");
        page.seen("message");

        assertThat(feed()).containsExactly("notice-line", "command-reply", "message", "replies");
    }

    private static List<String> feed() {
        return BROWSER.driver().findElements(By.cssSelector("#feed > *")).stream()
                .map(node -> String.valueOf(node.getDomAttribute("data-testid")))
                .toList();
    }

    @Test
    void window_tooMuchOrTooLittle_isToldBeforeItIsSent() {
        openWindow();
        page.field("text").sendKeys("x".repeat(100));
        page.seen("window-submit").click();
        assertThat(page.seen("field-text-fault").getText()).contains("too many: at most 100 fit");
        assertThat(page.seen("field-text-count").getText()).endsWith("of 100");
        page.field("text").sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.BACK_SPACE);
        page.seen("window-submit").click();

        assertThat(page.seen("field-text-fault").getText()).contains("This is needed.");
        assertThat(playground.commands.submitted()).isEmpty();
    }

    private Notice notice() {
        return new Notice(
                Room.find("general").orElseThrow().channel(),
                Optional.empty(),
                "request 7",
                "**Ada Lovelace** asks: *pirate* for this channel.",
                List.of(APPROVE, REFUSE));
    }

    @Test
    void notice_comesAlive_isDecidedOnce_andStandsAfterReload() {
        playground.adapter.post(notice());
        page.await(it -> it.seen("notice-line").getText().contains("Ada Lovelace asks: pirate"));
        assertThat(page.all("replies")).isEmpty();
        playground.commands.choosing(it ->
                it.admin()
                        ? new CommandReply.Settled("Approved by **" + it.author().name() + "**.")
                        : CommandReply.told("Only an admin can decide."));
        page.speakAs("alan");
        page.choose("yes:7");
        page.await(it -> it.seen("command-reply").getText().contains("Only an admin can decide."));

        page.speakAs("ada");
        page.choose("yes:7");
        page.await(it -> it.seen("notice-line").getText().contains("Approved by Ada Lovelace."));
        assertThat(page.all("choice")).isEmpty();
        page.reload();
        page.await(it -> it.seen("notice-line").getText().contains("Approved by Ada Lovelace."));
        assertThat(page.all("choice")).isEmpty();
    }

    @Test
    void everything_breaksNoRuleOfThePagesPolicy() {
        openWindow();
        page.field("text").sendKeys("more");
        page.seen("window-submit").click();
        page.seen("command-reply");
        playground.adapter.post(notice());
        page.seen("notice-line");

        assertThat(BROWSER.driver().manage().logs().get(LogType.BROWSER).getAll())
                .noneMatch(entry -> entry.getMessage().contains("Content Security Policy"));
    }
}
