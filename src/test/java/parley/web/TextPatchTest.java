package parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextPatchTest {
    @ParameterizedTest
    @CsvSource({
        "'', abc, 0, abc",
        "abc, abcdef, 3, def",
        "abc, abc, 3, ''",
        "abcdef, abX, 2, X",
        "abc, '', 0, ''",
        "a😀, a😁, 1, 😁",
        "a😀, a😀b, 3, b",
    })
    void between_texts_keepsTheirCommonBeginning(
            String before, String after, int keep, String tail) {
        TextPatch patch = TextPatch.between(before, after);

        assertThat(patch).isEqualTo(new TextPatch(keep, tail));
        assertThat(patch.apply(before)).isEqualTo(after);
    }
}
