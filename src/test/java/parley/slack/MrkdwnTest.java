package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MrkdwnTest {
    private static final Names NAMES =
            new Names() {
                @Override
                public Optional<String> person(String id) {
                    return Optional.of("Ada").filter(_ -> id.equals("U123"));
                }

                @Override
                public Optional<String> channel(String id) {
                    return Optional.of("general").filter(_ -> id.equals("C123"));
                }
            };

    private static String read(String mrkdwn) {
        return Mrkdwn.toMarkdown(mrkdwn, NAMES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '"',
            textBlock =
                    """
                    plain words → plain words
                    a &lt; b &amp;&amp; c &gt; d → a < b && c > d
                    &amp;lt;b&amp;gt; → &lt;b&gt;
                    &amp;amp; → &amp;
                    *bold* _italic_ ~strike~ → *bold* _italic_ ~strike~
                    <https://example.com> → https://example.com
                    <https://example.com/?a=1&amp;b=2> → https://example.com/?a=1&b=2
                    <https://example.com|the example> → [the example](https://example.com)
                    <https://example.com|a [b] &lt;c&gt;> → [a \\[b\\] <c>](https://example.com)
                    <http://example.com|example.com> → http://example.com
                    <https://example.com/|https://example.com> → https://example.com/
                    <mailto:ada@example.com|ada@example.com> → ada@example.com
                    <mailto:ada@example.com|write me> → [write me](mailto:ada@example.com)
                    <tel:+31201234567|+31201234567> → +31201234567
                    <@U123> → @Ada
                    <@U123|somebody> → @Ada
                    <@U999|grace> → @grace
                    <#C123> → #general
                    <#C123|old-name> → #general
                    <#C999|random> → #random
                    <#C999|> → #\u2060C999
                    <@W999> → @\u2060W999
                    <!here> → @here
                    <!here|@here> → @here
                    <!channel> → @channel
                    <!everyone> → @everyone
                    <!subteam^S1|@team> → @team
                    <!subteam^S1> → @S1
                    <!date^1392734382^{date}|18 February> → 18 February
                    <vector> → <vector>
                    a < b > c → a < b > c
                    <> → <>
                    <@> → <@>
                    <@who knows> → <@who knows>
                    `a &lt; b` → `a < b`
                    `<http://example.com|example.com>` → `example.com`
                    `<https://example.com>` → `https://example.com`
                    `<mailto:a@b.c|a@b.c>` → `a@b.c`
                    `&lt;@U123&gt;` → `<@U123>`
                    &lt;@U123&gt; → <@U123>
                    one ` tick &amp; more → one ` tick & more
                    ```*a* &lt; <https://x.y> `b```` → ```*a* < https://x.y `b````
                    ```open &amp; <https://x.y|z> → ```open & [z](https://x.y)
                    """)
    void toMarkdown_eachForm_readsAsMeant(String mrkdwn, String markdown) {
        assertThat(read(mrkdwn)).isEqualTo(markdown);
    }

    @Test
    void toMarkdown_codeOverLines_isUntouched() {
        String code = "```\nif (a &lt; b &amp;&amp; *p) {\n    x = `y`;\n}\n```";

        assertThat(read("see " + code + " <@U123>"))
                .isEqualTo("see ```\nif (a < b && *p) {\n    x = `y`;\n}\n``` @Ada");
    }

    @Test
    void toMarkdown_labelOfStrangers_staysOnItsLine() {
        assertThat(read("<@U999|a\u2028b\u0007c>")).isEqualTo("@a b c");
        assertThat(read("<@U999|" + "x".repeat(500) + ">")).hasSize(81);
    }

    @Test
    void toMarkdown_anyPlainText_comesBackAsItWasTyped() {
        Random random = new Random(7);
        String signs = "&<>`|@#!ab; \n*_~[]()/:.lt";
        for (int round = 0; round < 5_000; round++) {
            StringBuilder typed = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                typed.append(signs.charAt(random.nextInt(signs.length())));
            }
            assertThat(read(Mrkdwn.escape(typed.toString()))).isEqualTo(typed.toString());
        }
    }

    @Test
    void toMarkdown_anything_neverFails() {
        Random random = new Random(11);
        String signs = "<>@#!|&`^ \nU1C2lt;ampgt:/x";
        for (int round = 0; round < 5_000; round++) {
            StringBuilder sent = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                sent.append(signs.charAt(random.nextInt(signs.length())));
            }
            assertThat(read(sent.toString())).isNotNull();
        }
    }

    @Test
    void toMarkdown_longText_takesNoStack() {
        String code = "```" + "x &lt;".repeat(20_000) + "```";

        assertThat(read(code)).isEqualTo("```" + "x <".repeat(20_000) + "```");
        assertThat(read("`".repeat(40_000))).hasSize(40_000);
        assertThat(read("<".repeat(40_000))).hasSize(40_000);
    }

    @Test
    void close_openNames_fillsInThoseThatAreKnownNow() {
        String open = Mrkdwn.toMarkdown("<@U123> and <@U999> in <#C123>", Names.NONE);

        assertThat(OpenNames.close(open, NAMES)).isEqualTo("@Ada and @\u2060U999 in #general");
        assertThat(OpenNames.close("`@U123` typed by hand", NAMES))
                .isEqualTo("`@U123` typed by hand");
    }
}
