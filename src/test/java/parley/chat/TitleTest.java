package parley.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TitleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    Why does it fail?                  | Why does it fail?
                    "  Why\n\n does   it\tfail?  "      | Why does it fail?
                    **Why** does `snake_case` _fail_?  | Why does snake_case fail?
                    "# Bug\n- one\n> two\n3. three"    | Bug one two three
                    See [the log](https://x.test/a_b)! | See the log!
                    "Mend:\n```java\nint a = b * c;\n```" | Mend: int a = b  c;
                    "```\n```"                         | (no words)
                    "  "                               | (no words)
                    """)
    void of_markup_isOneLineOfWords(String question, String title) {
        assertThat(Title.of(question.translateEscapes())).isEqualTo(title.replace("b  c", "b c"));
    }

    @Test
    void of_longQuestion_endsBehindAWord() {
        String title =
                Title.of("Why does the deploy of the billing service fail since Tuesday noon?");

        assertThat(title)
                .isEqualTo("Why does the deploy of the billing service fail since…")
                .hasSizeLessThanOrEqualTo(60);
    }

    @Test
    void of_oneEndlessWord_isCutBetweenCharacters() {
        assertThat(Title.of("x".repeat(58) + "🐙".repeat(10))).isEqualTo("x".repeat(58) + "…");
        assertThat(Title.of("x".repeat(1_000_000))).isEqualTo("x".repeat(59) + "…");
    }
}
