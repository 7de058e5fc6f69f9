package parley.conversation;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells text from other bytes, and reads it. */
final class TextFile {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final String BYTE_ORDER_MARK = "\ufeff";

    /** In other charsets than UTF-8 nearly any bytes are text, so most of it has to be plain. */
    private static final double PLAIN_SHARE = 0.7;

    private TextFile() {}

    /** The text, or empty when the bytes are none. */
    static Optional<String> decode(byte[] bytes) {
        return strictly(charset(bytes), bytes)
                .or(() -> strictly(WESTERN, bytes).filter(TextFile::mostlyPlain))
                .map(text -> text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)
                .filter(TextFile::withoutControls);
    }

    /** Windows programs that say "Unicode" write UTF-16, always with a byte order mark. */
    private static Charset charset(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        return mark == 0xfeff || mark == 0xfffe ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static Optional<String> strictly(Charset charset, byte[] bytes) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean mostlyPlain(String text) {
        long plain = text.chars().filter(c -> c >= ' ' && c < 0x7f || isSpace(c)).count();
        return plain >= text.length() * PLAIN_SHARE;
    }

    private static boolean withoutControls(String text) {
        return text.chars().noneMatch(c -> c < ' ' && !isSpace(c) || c == 0x7f);
    }

    /** Escape too: logs of terminals are full of colours. */
    private static boolean isSpace(int c) {
        return c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0x1b;
    }
}
