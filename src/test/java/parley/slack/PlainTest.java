package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PlainTest {
    @Test
    void preview_isShortPlainAndDead() {
        String preview =
                Plain.preview(WriterRig.whole("# Dear <!channel> & @here\n\n" + "x".repeat(400)));

        assertThat(preview)
                .startsWith("# Dear &lt;\u2060!channel&gt; &amp; @\u2060here xxx")
                .endsWith("x…")
                .hasSizeLessThan(180);
    }

    @Test
    void preview_withoutText_isTheNote() {
        assertThat(Plain.preview(WriterRig.whole("  "))).isEqualTo("a note");
    }
}
