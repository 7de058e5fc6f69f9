package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MrkdwnExcerptTest {
    @Test
    void of_referenceOrEscapeAtTheCut_isLeftOutWhole() {
        assertThat(MrkdwnExcerpt.of("ask <@U123> now", 8)).isEqualTo("ask …");
        assertThat(MrkdwnExcerpt.of("a &lt; b &lt; c", 12)).isEqualTo("a &lt; b …");
        assertThat(MrkdwnExcerpt.of("ask <@U123> now please", 18)).isEqualTo("ask <@U123> now p…");
        assertThat(MrkdwnExcerpt.of("a > b & c", 9)).isEqualTo("a > b & c");
    }
}
