package parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CodeBlockTest {
    @Test
    void in_severalFences_areTakenApart() {
        String text =
                """
                Look:
                ```Python title=x
                print("```")
                ``` not the end
                ```
                Between `code`.
                ~~~
                ```
                plain
                ~~~
                - in a list:
                   ````js
                   a()
                     b()
                   ```
                   ````
                """;

        assertThat(CodeBlock.in(text))
                .containsExactly(
                        new CodeBlock("python", "print(\"```\")\n``` not the end\n"),
                        new CodeBlock("", "```\nplain\n"),
                        new CodeBlock("js", "a()\n  b()\n```\n"));
    }

    @Test
    void in_cutOffBlock_goesToTheEnd() {
        assertThat(CodeBlock.in("```sql\nSELECT 1"))
                .containsExactly(new CodeBlock("sql", "SELECT 1\n"));
    }

    @Test
    void in_inlineCodeOfThreeTicks_isNone() {
        assertThat(CodeBlock.in("```a``` and\nb")).isEmpty();
    }

    @Test
    void longerThan_looksAtEachAlone() {
        String block = "```\n" + "x".repeat(60) + "\n```\n";

        assertThat(CodeBlock.longerThan(100, block + block)).isEmpty();
        assertThat(CodeBlock.longerThan(60, block)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "python,py",
        "py,py",
        "java,java",
        "c++,cpp",
        "typescript,ts",
        "yml,yaml",
        "exe,txt",
        "'',txt"
    })
    void extension_followsTheLanguage(String language, String extension) {
        assertThat(new CodeBlock(language, "").extension()).isEqualTo(extension);
    }
}
