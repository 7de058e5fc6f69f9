package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Rectangle;
import parley.RunningParley;
import parley.testing.Browser;
import parley.testing.FakeAnthropic;
import parley.testing.FakeReply;
import parley.testing.PlaygroundPage;
import parley.testing.PlaygroundPage.Shown;

/**
 * Answers and messages whose Markdown would hold a page up: it goes on, and shows what they say.
 */
@Tag("browser")
final class HostilePageTest {
    /** As much as one message of the playground holds of an answer. */
    private static final int MUCH = 11_000;

    /** What the page builds of Markdown, and nothing else. */
    private static final String FOREIGN =
            """
            const names = new Set(('A BLOCKQUOTE BR BUTTON CODE DEL DIV EM H3 H4 H5 H6 HR INPUT LI '
              + 'OL P PRE SPAN STRONG TABLE TBODY TD TH THEAD TR UL').split(' '));
            const attributes = new Set(('aria-label class data-testid disabled href rel role start '
              + 'tabindex target type').split(' '));
            const web = ['http:', 'https:', 'mailto:'];
            return [...document.querySelectorAll('.body *')].flatMap((each) => [
              ...(names.has(each.tagName) ? [] : [each.tagName]),
              ...each.getAttributeNames().filter((name) => !attributes.has(name)),
              ...(each.tagName !== 'A' || web.includes(each.protocol) ? [] : [each.href]),
            ]).concat('harmed' in window ? ['harmed'] : []);
            """;

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

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("quotes within quotes", much(">")),
                Arguments.of("quotes within quotes, apart", much("> ")),
                Arguments.of("lists within quotes", much("- > ")),
                Arguments.of("numbers within numbers", much("1. ")),
                Arguments.of("lists within lists", steps("- a\n")),
                Arguments.of("quotes line by line", steps("> a\n")),
                Arguments.of("emphasis that never ends", much("**a *b __c _d ")),
                Arguments.of("emphasis within emphasis", much("*a _b ") + "_c *d"),
                Arguments.of("links that never end", much("[a](")),
                Arguments.of("links that never end in brackets", much("[a](<")),
                Arguments.of("brackets", much("[[") + much("]]")),
                Arguments.of("backslashes", much("\\")),
                Arguments.of("code that never ends", much("`a ``b ")),
                Arguments.of("an address that never ends", "https://a.b" + much("!")),
                Arguments.of("one word", much("x")),
                Arguments.of("blanks", "a" + much(" ") + "b"),
                Arguments.of("a wide table of empty rows", wideTable()),
                Arguments.of("a long table", "| a | b |\n|---|---|\n" + much("| c | d |\n")),
                Arguments.of("a long list", much("- a\n")),
                Arguments.of("a long fence", "```diff\n" + much("+a\n-b\n") + "```"),
                Arguments.of("a fence that never ends", "~~~" + much("a") + "\n" + much("```\n")),
                Arguments.of("marks without a width", much("*\u200b_\u200d**\u2060")),
                Arguments.of("marks of direction", much("\u202e\u2066\u202ba ")),
                Arguments.of("letters of many marks", much("a" + "\u0301".repeat(200))),
                Arguments.of("elements", elements()),
                Arguments.of("elements that never end", much("<div a=\"")),
                Arguments.of("comments that never end", much("<!--<?<![CDATA[")));
    }

    private static String much(String text) {
        return text.repeat(MUCH / text.length());
    }

    /** Each line is within the one before it. */
    private static String steps(String line) {
        return IntStream.range(0, 140)
                .mapToObj(i -> line.startsWith(">") ? ">".repeat(i) + line : " ".repeat(i) + line)
                .collect(Collectors.joining());
    }

    private static String wideTable() {
        return "|a".repeat(1_000) + "|\n" + "|-".repeat(1_000) + "|\n" + "|\n".repeat(3_000);
    }

    private static String elements() {
        return String.join(
                "\n\n",
                "<script>window.harmed = 1</script>",
                "<img src=x onerror='window.harmed = 2'>",
                "<svg onload=window.harmed=3><style>* { display: none }</style>",
                "text <iframe srcdoc='<script>top.harmed = 4</script>'> text <b onclick=x>",
                "[a](javascript:window.harmed=5) [b](java&#10;script:window.harmed=6)",
                "<javascript:window.harmed=7> ![c](data:text/html,<script>harmed</script>)",
                "[d](https://example.com/\"onmouseover=\"window.harmed=8)",
                "```html\"><script>window.harmed=9</script>\n</code></pre><script>\n```",
                "| <script>window.harmed=10</script> |\n|---|\n| <form action=x> |",
                "[e]: javascript:window.harmed=11\n\n[e] &lt;script&gt; <base href=//example.com>");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void hostileAnswer_isShown_andThePageGoesOn(String what, String answer) {
        model.enqueue(FakeReply.answer(pieces(answer)), FakeReply.answer("Still here."));
        page.ask("Show me " + what);
        page.awaitMessage(shown -> shown.bot() && shown.settled());
        page.reply("Are you still there?");
        page.awaitMessage(shown -> shown.settled() && shown.rendered().equals("Still here."));

        List<Shown> parts = page.thread().stream().filter(Shown::bot).toList();
        String told = String.join("", parts.stream().map(Shown::text).toList());
        assertThat(told).startsWith(answer.strip().substring(0, 100)).endsWith("Still here.");
        assertThat(BROWSER.driver().executeScript(FOREIGN)).isEqualTo(List.of());
    }

    @Test
    void hostileMessages_areShown_andThePageGoesOn() {
        List<String> messages = List.of(">".repeat(39_000), "[a](".repeat(9_000), elements());
        messages.forEach(text -> parley.client().ask("general", "ada", text));

        page.ask("Are you still there?");
        page.awaitMessage(shown -> shown.bot() && shown.settled());

        assertThat(BROWSER.driver().executeScript(FOREIGN)).isEqualTo(List.of());
        assertThat(shownInTheChannel()).containsAll(messages);
    }

    private static List<String> shownInTheChannel() {
        return BROWSER.driver().findElements(By.cssSelector("#feed .message")).stream()
                .map(node -> BROWSER.driver().executeScript("return arguments[0].rawText", node))
                .map(String::valueOf)
                .toList();
    }

    @Test
    void beyondTheLimits_textIsShownAsItIs() {
        String deep = ">".repeat(15) + " deep";
        String crowded = "**a** ".repeat(1_000) + "end";
        String table = "| a | b |\n|---|---|\n" + "| c | d |\n".repeat(1_100);

        assertThat(answered(deep)).isEqualTo(">>> deep");
        assertThat(count("blockquote")).isEqualTo(12);
        assertThat(answered(crowded)).isEqualTo(crowded);
        assertThat(answered(table)).isEqualTo(table.strip());
        assertThat(count("strong, table")).isZero();
    }

    /** What a person reads of that answer. */
    private String answered(String answer) {
        model.enqueue(FakeReply.answer(answer));
        page.open(parley.address());
        page.ask("Show me");
        return page.awaitMessage(shown -> shown.bot() && shown.settled()).rendered();
    }

    private static int count(String selector) {
        return BROWSER.driver()
                .findElements(By.cssSelector("#thread .bot .body :is(" + selector + ")"))
                .size();
    }

    @Test
    void namesThatAreNoEntities_stayWhatTheyAre() {
        assertThat(answered("&constructor; &toString; &lt;b&gt; &#0; &#xd800; &#x110000;"))
                .isEqualTo("&constructor; &toString; <b> &#0; &#xd800; &#x110000;");
    }

    @Test
    void marksOfDirection_turnNothingAroundBesideThem() {
        answered("[\u202ecba](https://example.com) **after**");

        Rectangle link = box("a");
        Rectangle after = box("strong");
        assertThat(after.x).isGreaterThanOrEqualTo(link.x + link.width);
    }

    private static Rectangle box(String name) {
        return BROWSER.driver().findElement(By.cssSelector("#thread .bot .body " + name)).getRect();
    }

    /** So that the page draws it as it grows, and in mid-sign. */
    private static String[] pieces(String text) {
        int size = text.length() / 30 + 1;
        return IntStream.iterate(0, i -> i < text.length(), i -> i + size)
                .mapToObj(i -> text.substring(i, Math.min(text.length(), i + size)))
                .toArray(String[]::new);
    }
}
