package parley.responder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class DraftTest {
    private static Stream<Arguments> blocks() {
        return Stream.of(
                // plain
                row("", ""),
                row("Hello", "Hello"),
                row("Hello\n\nthere ", "Hello\n\nthere "),
                row("Hello\n   ", "Hello\n"),
                row("Hello\n    ", "Hello\n    "),
                // fences
                row("a\n```java\nint x;", "a\n```java\nint x;\n```"),
                row("a\n```java\nint x;\n", "a\n```java\nint x;\n```"),
                row("a\n```java\nint x;\n```", "a\n```java\nint x;\n```"),
                row("a\n```java\nint x;\n``", "a\n```java\nint x;\n```"),
                row("a\n```java\nint x;\n```\n", "a\n```java\nint x;\n```\n"),
                row("a\n```java\nint x;\n```\nb", "a\n```java\nint x;\n```\nb"),
                row("a\n```ja", "a\n"),
                row("a\n```java\n", "a\n"),
                row("a\n```java\n  \n", "a\n"),
                row("a\n``", "a\n"),
                row("a\n   ~~~\nx", "a\n   ~~~\nx\n~~~"),
                row("a\n~~~\nx\n```\ny", "a\n~~~\nx\n```\ny\n~~~"),
                row("````md\n```\nx\n```\n", "````md\n```\nx\n```\n````"),
                row("````md\n```\nx\n````\ny", "````md\n```\nx\n````\ny"),
                row("    ```\nx", "    ```\nx"),
                row("```not a fence``` x", "```not a fence``` x"),
                row("```\nx\n```java\ny", "```\nx\n```java\ny\n```"),
                // tables
                row("a\n| h | i", "a\n"),
                row("a\n| h | i |\n", "a\n"),
                row("a\n| h | i |\n|--", "a\n"),
                row("a\n| h | i |\n|---|---|\n", "a\n| h | i |\n|---|---|\n"),
                row("a\n|h|\n|-|\n| 1", "a\n|h|\n|-|\n"),
                row("a\n|h|\n|-|\n| 1 |\n", "a\n|h|\n|-|\n| 1 |\n"),
                row("a\n|h|\nno table", "a\n|h|\nno table"),
                row("```\n| x", "```\n| x\n```"));
    }

    private static Stream<Arguments> inline() {
        return Stream.of(
                // links and images
                row("see [the do", "see "),
                row("see [the docs]", "see "),
                row("see [the docs](http://exa", "see "),
                row("see [the docs](http://a.b)", "see [the docs](http://a.b)"),
                row("see ![alt](x", "see "),
                row("[![a](b)](c", ""),
                row("[![a](b)](c)", "[![a](b)](c)"),
                row("x [1] y", "x [1] y"),
                row("- [ ] task", "- [ ] task"),
                row("see <https://exa", "see "),
                row("a [b](c(d) e", "a "),
                row("a [b](c(d)) e", "a [b](c(d)) e"),
                // code spans and emphasis
                row("use `foo", "use "),
                row("use `foo`", "use `foo`"),
                row("use ``a ` b", "use "),
                row("use `[x](y` now", "use `[x](y` now"),
                row("so **", "so "),
                row("so **bold", "so **bold"),
                row("so **bold*", "so **bold"),
                row("so **bold**", "so **bold**"),
                row("so _", "so "),
                row("a\\", "a"),
                row("a\\[b", "a\\[b"),
                // what could become a mention
                row("hi <@U12", "hi "),
                row("hi <@U12>", "hi <@U12>"),
                row("hi <!chan", "hi "),
                row("hi <", "hi "),
                row("hi \\<!chan", "hi \\"),
                row("hi \\<!channel>", "hi \\<!channel>"),
                row("1 < 2", "1 < 2"),
                row("hi @every", "hi "),
                row("hi @everyone ", "hi @everyone "),
                row("```\nhi @he", "```\nhi \n```"),
                row("```\nhi <!he", "```\nhi \n```"),
                row("fish &am", "fish "),
                row("fish &#12", "fish "),
                row("fish & chips", "fish & chips"),
                // half a character
                row("ok \ud83d", "ok "),
                row("ok \ud83d\ude00", "ok \ud83d\ude00"));
    }

    private static Arguments row(String text, String shown) {
        return Arguments.of(text, shown);
    }

    @ParameterizedTest
    @MethodSource({"blocks", "inline"})
    void show_unfinishedText_holdsBackWhatIsHalfThere(String text, String shown) {
        assertThat(Draft.show(text)).isEqualTo(shown);
    }

    @Test
    void show_longRow_isShownAsItGrows() {
        String row = "| " + "x".repeat(3_000);

        assertThat(Draft.show(row)).isEqualTo(row);
    }

    @Test
    void show_bracketThatIsNoLink_isHeldForAShortWhileOnly() {
        String text = "the interval [0, 1) " + "is open ".repeat(40);

        assertThat(Draft.show(text)).isEqualTo(text);
    }

    @Test
    void show_anyPrefix_isAPrefixAndHoldsLittle() {
        String text = MarkdownSamples.random(7, 20_000);

        for (int end = 0; end <= text.length(); end++) {
            String draft = Draft.show(text.substring(Math.max(0, end - 5_000), end));
            String source = text.substring(Math.max(0, end - 5_000), end);
            String kept = commonPrefix(draft, source);
            assertThat(draft.substring(kept.length())).matches("\n?(`*|~*)");
            assertThat(source.length() - kept.length()).isLessThanOrEqualTo(Draft.LONGEST_HELD);
        }
    }

    private static String commonPrefix(String a, String b) {
        int end = 0;
        while (end < Math.min(a.length(), b.length()) && a.charAt(end) == b.charAt(end)) {
            end++;
        }
        return a.substring(0, end);
    }
}
