package parley.conversation;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class TextFileTest {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    @Test
    void decode_utf8_isReadWithoutItsMark() {
        assertThat(TextFile.decode("größer 🐙\n\tx\r\n".getBytes(UTF_8)))
                .contains("größer 🐙\n\tx\r\n");
        assertThat(TextFile.decode("\ufeffa;b".getBytes(UTF_8))).contains("a;b");
    }

    @Test
    void decode_utf16WithAMark_isRead() {
        assertThat(TextFile.decode("\ufeffName;Größe".getBytes(UTF_16LE))).contains("Name;Größe");
    }

    @Test
    void decode_westernText_isReadWhereMostOfItIsPlain() {
        String text = "Der größte Fluß – „schön“";

        assertThat(TextFile.decode(text.getBytes(WESTERN))).contains(text);
        assertThat(TextFile.decode(HexFormat.of().parseHex("e4f6fcdfe9e8e041"))).isEmpty();
        assertThat(TextFile.decode(HexFormat.of().parseHex("41424344454681"))).isEmpty();
    }

    @Test
    void decode_controlCharacters_areNoText() {
        assertThat(TextFile.decode("a\0b".getBytes(UTF_8))).isEmpty();
        assertThat(TextFile.decode("log \u001b[31mred\u001b[0m".getBytes(UTF_8)))
                .contains("log \u001b[31mred\u001b[0m");
    }
}
