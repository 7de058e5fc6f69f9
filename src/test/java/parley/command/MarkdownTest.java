package parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MarkdownTest {
    @Test
    void code_ticksAndLines_cannotLeaveTheCode() {
        assertThat(Markdown.code("a`b\n# c")).isEqualTo("`a b # c`");
    }

    @Test
    void code_longText_isShortened() {
        assertThat(Markdown.code("x".repeat(100))).isEqualTo("`" + "x".repeat(60) + "…`");
    }

    @Test
    void code_characterOfTwoUnitsAtTheEnd_isWholeOrNotThere() {
        String face = "\uD83D\uDE00";

        assertThat(Markdown.code("x".repeat(59) + face)).isEqualTo("`" + "x".repeat(59) + "…`");
        assertThat(Markdown.bold("x".repeat(59) + face)).isEqualTo("**" + "x".repeat(59) + "**");
        assertThat(Markdown.code("x".repeat(58) + face))
                .isEqualTo("`" + "x".repeat(58) + face + "`");
    }

    @Test
    void bold_turnedDirection_isLeftOut() {
        assertThat(Markdown.bold("\u202EadA \u2067")).isEqualTo("**adA**");
        assertThat(Markdown.code("\u202EadA\u202C")).isEqualTo("`adA`");
    }

    @Test
    void block_fencesInside_getALongerFence() {
        assertThat(Markdown.block("a\n````\nb\n````"))
                .isEqualTo("`````markdown\na\n````\nb\n````\n`````");
        assertThat(Markdown.block("a")).isEqualTo("```markdown\na\n```");
    }

    @Test
    void bold_markup_isLeftOut() {
        assertThat(Markdown.bold("**A**_b_ [x](y)\n<@U1>`c`\\")).isEqualTo("**A b x (y) @U1 c**");
        assertThat(Markdown.bold("***")).isEqualTo("**?**");
        assertThat(Markdown.bold("x".repeat(100))).hasSize(64);
    }

    @Test
    void shorten_inACodeBlock_closesIt() {
        String text = "Look:\n````diff\n" + "+ line\n".repeat(100) + "````";

        assertThat(Markdown.shorten(text, 10_000)).isEqualTo(text);
        assertThat(Markdown.shorten(text, 40))
                .isEqualTo("Look:\n````diff\n+ line\n+ line\n+ line\n````\n… and 98 lines more");
        assertThat(Markdown.shorten("a".repeat(100) + "\nb", 50)).isEqualTo("\n… and 2 lines more");
    }
}
