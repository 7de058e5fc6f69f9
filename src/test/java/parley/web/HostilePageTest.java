package parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import parley.testing.Chromium;
import parley.testing.MemoryMessageLog;
import parley.testing.PlaygroundPage;

/** Texts that would break a page, from people and from the model: none does. */
@Tag("browser")
final class HostilePageTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int LONGEST = 11_900;
    private static Chromium chromium;

    private final MemoryMessageLog log = new MemoryMessageLog();
    private TestingPlayground playground;
    private PlaygroundPage page;

    @BeforeAll
    static void launch() {
        chromium = new Chromium(1280, 820, false);
    }

    @AfterAll
    static void quit() {
        chromium.close();
    }

    @BeforeEach
    void open() {
        playground = new TestingPlayground(log);
        page = new PlaygroundPage(chromium.driver());
        page.open(playground.address());
        chromium.driver().executeScript("window.harmed = 0");
    }

    @AfterEach
    void close() {
        playground.close();
    }

    private static String filled(String piece) {
        return piece.repeat(LONGEST / piece.length());
    }

    static List<String> texts() {
        return List.of(
                "<script>window.harmed=1</script><img src=x onerror='window.harmed=1'>"
                        + "<svg onload=window.harmed=1><iframe srcdoc='<script>parent.harmed=1</script>'>",
                "[a](javascript:window.harmed=1) [b](JaVaScRiPt:window.harmed=1)"
                        + " [c](&#106;avascript:window.harmed=1) [d](java\tscript:window.harmed=1)"
                        + " [e](data:text/html,<script>window.harmed=1</script>)"
                        + " ![f](x\" onerror=\"window.harmed=1) <javascript:window.harmed=1>",
                "[x]: javascript:window.harmed=1\n\n[x] ![x]\n\n<a href='javascript:window.harmed=1'>y</a>",
                "```\"><script>window.harmed=1</script>\n</code></pre><script>window.harmed=1</script>",
                filled("> "),
                filled("- "),
                filled("1. "),
                "|" + "a|".repeat(1_500) + "\n|" + "-|".repeat(1_500) + "\n|" + "x|".repeat(2_800),
                filled("["),
                filled("*"),
                filled("**a"),
                filled("_a "),
                filled("`"),
                filled("<"),
                filled("!["),
                filled("[a]("),
                filled("&#x41;"),
                filled("\\"),
                filled("~~"),
                filled("a@b."),
                filled("http://"),
                filled("www."),
                filled(" \n"),
                filled("\u202e\u200b\u2066a"),
                filled("a\u0301\u0301\u0301"),
                filled("\u0000\u0001"),
                "- ".repeat(2_000) + "x\n" + "  ".repeat(2_000) + "y");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void text_ofThatKind_runsNothingAndLeavesThePageUsable(String text) throws IOException {
        playground.bot.willAnswer(text);
        String root = say(text);
        playground.bot.grow(20_000);
        chromium.driver().executeScript("location.hash = '#/general/" + root + "'");
        page.awaitMessage(shown -> shown.bot() && shown.settled() && shown.text().equals(text));
        page.reload();
        page.awaitMessage(shown -> shown.bot() && shown.settled() && shown.text().equals(text));

        page.openChannel("writing");
        playground.bot.willAnswer("All is **well**.");
        page.ask("Are you still there? @parley");
        page.awaitMessage(shown -> shown.bot() && shown.settled());

        assertThat(chromium.driver().executeScript("return window.harmed ?? 0")).isEqualTo(0L);
        assertThat(chromium.driver().manage().logs().get(LogType.BROWSER).getAll())
                .extracting(LogEntry::getMessage)
                .noneMatch(line -> line.contains("Uncaught") || line.contains("Policy"));
    }

    private String say(String text) throws IOException {
        Map<String, String> said =
                Map.of(
                        "thread",
                        "",
                        "author",
                        "ada",
                        "text",
                        text + "@parley",
                        "id",
                        TestingPlayground.id());
        HttpResponse<String> answer =
                playground.send("POST", "/api/channels/general/messages", said);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return MAPPER.readTree(answer.body()).at("/message/id").asText();
    }
}
