package parley.slack;

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

    @Test
    void ofMrkdwn_referenceOrEscapeAtTheCut_isLeftOutWhole() {
        assertThat(Excerpt.ofMrkdwn("ask <@U123> now", 8)).isEqualTo("ask …");
        assertThat(Excerpt.ofMrkdwn("a &lt; b &lt; c", 12)).isEqualTo("a &lt; b …");
        assertThat(Excerpt.ofMrkdwn("ask <@U123> now please", 18)).isEqualTo("ask <@U123> now p…");
        assertThat(Excerpt.ofMrkdwn("a > b & c", 9)).isEqualTo("a > b & c");
    }
}
