package parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.testing.Samples;

final class PictureSizeTest {
    private static Optional<PictureSize> sizeOf(byte[] bytes) {
        return PictureSize.of(FileKind.of(bytes), bytes);
    }

    @ParameterizedTest
    @CsvSource({"png,1,1", "png,5000,3", "jpg,17,4000", "gif,300,200"})
    void of_whatTheJdkWrites_isRight(String format, int width, int height) {
        assertThat(sizeOf(Samples.picture(format, width, height)))
                .contains(new PictureSize(width, height));
    }

    /** The three forms of WebP, headers as RFC 9649 draws them. */
    @ParameterizedTest
    @CsvSource({
        "52494646 00000000 57454250 56503820 00000000 000000 9d012a 2003 5802,800,600",
        "52494646 00000000 57454250 5650384c 00000000 2f 1fc39500,800,600",
        "52494646 00000000 57454250 56503858 0a000000 00 000000 1f0300 570200,800,600"
    })
    void of_webp_isRight(String hex, int width, int height) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));

        assertThat(sizeOf(bytes)).contains(new PictureSize(width, height));
    }

    @Test
    void of_damagedHeaders_isEmptyAtEveryLength() {
        for (String format : new String[] {"png", "jpg", "gif"}) {
            byte[] whole = Samples.picture(format, 9, 9);
            for (int length = 0; length < Math.min(40, whole.length); length++) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertThat(sizeOf(cut).map(PictureSize::width).orElse(9)).isEqualTo(9);
            }
        }
    }

    @Test
    void of_jpegThatGoesInCircles_ends() {
        byte[] bytes = HexFormat.of().parseHex("ffd8ffe00000ffe00000");

        assertThat(sizeOf(bytes)).isEmpty();
    }

    @Test
    void within_looksAtBothSides() {
        assertThat(new PictureSize(10, 10).within(10)).isTrue();
        assertThat(new PictureSize(11, 10).within(10)).isFalse();
        assertThat(new PictureSize(10, 11).within(10)).isFalse();
    }
}
