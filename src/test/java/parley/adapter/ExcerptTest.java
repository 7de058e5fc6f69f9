package parley.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ExcerptTest {
    @Test
    void of_longText_isCutBetweenCharacters() {
        assertThat(Excerpt.of("abcdef", 6)).isEqualTo("abcdef");
        assertThat(Excerpt.of("abcdefg", 6)).isEqualTo("abcde…");
        assertThat(Excerpt.of("abcd🐙fg", 6)).isEqualTo("abcd…");
        assertThat(Excerpt.of("abc", 0)).isEqualTo("…");
    }
}
