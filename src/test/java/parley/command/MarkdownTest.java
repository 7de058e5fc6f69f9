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
    void block_fencesInside_getALongerFence() {
        assertThat(Markdown.block("a\n````\nb\n````"))
                .isEqualTo("`````markdown\na\n````\nb\n````\n`````");
        assertThat(Markdown.block("a")).isEqualTo("```markdown\na\n```");
    }
}
