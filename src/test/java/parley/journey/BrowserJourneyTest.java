package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import parley.RunningParley;
import parley.testing.Browser;
import parley.testing.FakeAnthropic;
import parley.testing.FakeReply;
import parley.testing.Gate;
import parley.testing.PlaygroundPage;
import parley.testing.PlaygroundPage.Shown;
import parley.testing.RecordedRequest;

/** What a person does in a browser, with the whole program behind it. */
@Tag("browser")
final class BrowserJourneyTest {
    private static final String FIRST = "A queue keeps **order**.\n\n";
    private static final String SECOND = "- It is *bounded*.\n- It is fair.\n\n";
    private static final String THIRD = "```java\nvar queue = new ArrayDeque<String>();\n```";
    private static final String WHOLE = FIRST + SECOND + THIRD;
    private static final Predicate<Shown> SETTLED = shown -> shown.bot() && shown.settled();
    @RegisterExtension static final Browser BROWSER = new Browser();

    @TempDir Path folder;

    private final Gate thinking = new Gate();
    private final Gate begun = new Gate();
    private final Gate grown = new Gate();
    private FakeAnthropic model;
    private RunningParley parley;
    private PlaygroundPage page;

    @BeforeEach
    void open() {
        model = FakeAnthropic.start();
        parley = start(Map.of());
        page = BROWSER.open(parley.address());
    }

    private RunningParley start(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("ANTHROPIC_BASE_URL", model.url()));
        all.putAll(settings);
        return RunningParley.start(folder, all);
    }

    @AfterEach
    void close() {
        parley.close();
        model.close();
    }

    /** An answer in three pieces, each of which waits for the test. */
    private FakeReply gated() {
        return FakeReply.message()
                .gate(thinking)
                .text(FIRST)
                .gate(begun)
                .text(SECOND)
                .gate(grown)
                .text(THIRD)
                .stop("end_turn");
    }

    @Test
    void thinking_canBeStoppedBeforeTheFirstWord() {
        model.enqueue(FakeReply.message().thinking("Hm", "sig").stall());
        page.ask("Think hard");
        page.seen("status-stop").click();

        assertThat(page.seen("note").getText()).isEqualTo("Stopped by Ada Lovelace.");
        model.requests().getFirst().awaitClosedByClient();
    }

    @Test
    void question_isThoughtAbout_answeredAsItIsWritten_andRemembered() {
        model.enqueue(gated(), FakeReply.answer("Because of fairness."));
        page.ask("What is a queue?");
        thinking.awaitReached();
        assertThat(page.seen("status-words").getText()).isEqualTo("Thinking");
        assertThat(page.thread()).extracting(Shown::bot).containsExactly(false);

        thinking.open();
        begun.awaitReached();
        Shown early = page.awaitMessage(Shown::bot);
        begun.open();
        grown.awaitReached();
        Shown later = page.awaitMessage(shown -> shown.text().contains("fair"));
        assertThat(early.settled()).isFalse();
        assertThat(later.settled()).isFalse();
        assertThat(later.text())
                .startsWith(early.text().strip())
                .hasSizeGreaterThan(FIRST.length());
        assertThat(later.rendered()).contains("A queue keeps order.", "It is bounded.");
        grown.open();
        assertThat(page.awaitMessage(SETTLED).text()).isEqualTo(WHOLE);
        assertThat(page.seen("footer").getText()).startsWith("default · claude-sonnet-5-5 · ");

        page.reply("Why bounded?");
        page.awaitMessage(shown -> shown.text().equals("Because of fairness."));
        model.takeRequest();
        assertThat(model.takeRequest().json().path("messages"))
                .extracting(message -> message.path("role").asText())
                .containsExactly("user", "assistant", "user");
    }

    @Test
    void personaSet_answersFromTheNextQuestionOn() {
        page.ask("Who are you?");
        page.awaitMessage(SETTLED);
        assertThat(system(model.takeRequest())).doesNotContain("senior software engineer");

        assertThat(page.command("/persona set engineer"))
                .contains("engineer answers in this channel", "Only visible to you");
        page.reply("And now?");
        page.awaitMessage(shown -> shown.text().equals("This is answer 2."));

        RecordedRequest next = model.takeRequest();
        assertThat(system(next)).contains("You are a senior software engineer");
        assertThat(next.json().path("model").asText()).isEqualTo("claude-opus-5-5");
    }

    private static String system(RecordedRequest request) {
        return request.json().path("system").toString();
    }

    @Test
    void stop_keepsTheText_closesTheConnection_andRetryAndLikeFollow() {
        model.enqueue(gated(), FakeReply.answer(WHOLE));
        askUntil(begun);
        page.press("stop");

        assertThat(page.awaitMessage(SETTLED).text().strip()).isEqualTo(FIRST.strip());
        assertThat(page.seen("note").getText()).isEqualTo("Stopped by Ada Lovelace.");
        model.takeRequest().awaitClosedByClient();

        page.press("retry");
        page.awaitMessage(shown -> shown.settled() && shown.text().equals(WHOLE));
        assertThat(page.thread()).hasSize(2);
        assertThat(page.all("note")).noneMatch(WebElement::isDisplayed);
        page.press("like");
        page.await(shown -> isLiked());
        page.reload();
        page.await(shown -> isLiked());
    }

    private boolean isLiked() {
        return page.all("button-like").stream()
                .anyMatch(button -> "true".equals(button.getDomAttribute("aria-pressed")));
    }

    /** Asks, and waits until the answer stands at that gate and its beginning is seen. */
    private void askUntil(Gate gate) {
        page.ask("What is a queue?");
        thinking.open();
        gate.awaitReached();
        page.awaitMessage(shown -> shown.bot() && shown.text().contains("order"));
    }

    @Test
    void reload_inMidAnswer_goesOnGrowingWithoutDoubling() {
        model.enqueue(gated());
        askUntil(begun);
        page.reload();
        Shown early = page.awaitMessage(Shown::bot);
        begun.open();
        page.awaitMessage(shown -> shown.text().contains("fair") && !shown.settled());
        grown.open();

        assertThat(early.settled()).isFalse();
        assertThat(page.awaitMessage(SETTLED).text()).isEqualTo(WHOLE);
        assertThat(page.thread()).hasSize(2);
    }

    @Test
    void serverRestart_inMidAnswer_isSurvivedByThePageAsItStands() {
        model.enqueue(FakeReply.answer("Before."), gated(), FakeReply.answer(WHOLE));
        page.ask("Are you there?");
        page.awaitMessage(SETTLED);
        page.reply("What is a queue?");
        thinking.open();
        begun.awaitReached();
        page.awaitMessage(shown -> shown.bot() && shown.text().contains("order"));
        URI before = URI.create(parley.address());

        parley.stop(Duration.ZERO);
        assertThat(page.seen("connection").getText()).startsWith("Reconnecting");
        parley = start(Map.of("PARLEY_HTTP", before.getAuthority()));

        page.await(shown -> !shown.all("connection").getFirst().isDisplayed());
        page.awaitMessage(shown -> shown.settled() && shown.text().equals(WHOLE));
        assertThat(page.thread())
                .extracting(Shown::text)
                .containsExactly("Are you there?", "Before.", "What is a queue?", WHOLE);
    }

    @Test
    void failedAnswer_keepsItsText_andSaysWhatToDo() {
        model.enqueue(
                FakeReply.message().text(FIRST, "It ").reset(), FakeReply.answer("All of it."));
        page.ask("What is a queue?");

        assertThat(page.awaitMessage(SETTLED).text()).isEqualTo(FIRST + "It ");
        assertThat(page.seen("note").getText()).startsWith("The answer broke off, ");
        page.press("retry");
        page.awaitMessage(shown -> shown.settled() && shown.text().equals("All of it."));
    }

    @Test
    void answerThatNeverBegan_saysWhy_andTellsNoCost() {
        model.enqueue(FakeReply.status(401, "authentication_error", "invalid x-api-key"));
        page.ask("What is a queue?");
        page.awaitMessage(SETTLED);

        assertThat(page.seen("note").getText()).startsWith("Claude does not let this bot in");
        assertThat(page.seen("button-retry").isDisplayed()).isTrue();
        assertThat(page.all("footer")).noneMatch(WebElement::isDisplayed);
    }

    @Test
    void longAnswer_readsOnInTheNextMessage() {
        String answer = "Some words of a paragraph.\n\n".repeat(600) + "The end.";
        model.enqueue(FakeReply.answer(answer));
        page.ask("Tell me all");
        page.awaitMessage(shown -> shown.settled() && shown.text().endsWith("The end."));

        List<Shown> parts = page.thread().stream().filter(Shown::bot).toList();
        assertThat(parts).hasSize(2).allMatch(part -> part.text().length() <= 12_000);
        assertThat(String.join("", parts.stream().map(Shown::text).toList())).isEqualTo(answer);
        assertThat(BROWSER.driver().findElements(By.cssSelector("#thread .continued"))).hasSize(1);
    }

    @Test
    void phone_asksAndReadsInOnePane() {
        BROWSER.chromium().resize(360, 740);
        model.enqueue(FakeReply.answer(WHOLE, "\n\n" + "x".repeat(400)));
        page.ask("What is a queue?");
        page.awaitMessage(SETTLED);

        assertThat(page.seen("thread-pane").getSize().getWidth()).isEqualTo(360);
        assertThat(width()).isEqualTo(360L);
        page.seen("thread-close").click();
        page.await(it -> it.seen("replies").getText().startsWith("1 reply"));
        assertThat(width()).isEqualTo(360L);
    }

    private static Object width() {
        return String.valueOf(
                        BROWSER.driver()
                                .executeScript("return document.documentElement.scrollWidth"))
                .transform(Long::valueOf);
    }

    @Test
    void withoutKey_theBadgeIsThere_andAnExampleIsAnsweredOffline() {
        parley.close();
        Map<String, String> none = Map.of("ANTHROPIC_BASE_URL", "", "ANTHROPIC_API_KEY", "");
        parley = start(none);
        page.open(parley.address());

        assertThat(page.seen("offline").getText()).startsWith("Offline model: no API key is set.");
        WebElement example = page.seen("question");
        String question = example.getText();
        example.click();
        page.seen("thread-pane");
        assertThat(page.awaitMessage(SETTLED).rendered()).contains("offline model", question);
        assertThat(page.thread()).hasSize(2);
        assertThat(model.requests()).isEqualTo(List.of());
    }
}
