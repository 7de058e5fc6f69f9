package parley.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The text of a persona or of another file of the persona folder; immutable.
 *
 * @param name the file's
 * @param text with line feeds only
 * @param hash of the bytes: 12 hexadecimal digits
 */
record SourceText(String name, String text, String hash) {
    private static final int LARGEST_BYTES = 256 * 1024;
    private static final int HASH_BYTES = 6;

    /** Reads the file, or notes why it cannot be read. */
    static Optional<SourceText> read(Path file, FaultList faults) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST_BYTES + 1);
        } catch (IOException e) {
            faults.add(
                    1,
                    "the file cannot be read: "
                            + e.getClass().getSimpleName()
                            + "; check its permissions");
            return Optional.empty();
        }
        if (bytes.length > LARGEST_BYTES) {
            faults.add(1, "the file is larger than 256 KB; shorten it");
            return Optional.empty();
        }
        return decode(file.getFileName().toString(), bytes, faults);
    }

    /** What somebody wrote for the persona, or the note that it is too long. */
    static Optional<SourceText> written(PersonaId persona, String text, FaultList faults) {
        byte[] bytes = normal(text).replace('\r', '\n').getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LARGEST_BYTES) {
            faults.add(1, "the text is larger than 256 KB; shorten it");
            return Optional.empty();
        }
        // Read back, since half of a surrogate pair has no bytes.
        return Optional.of(of(persona, new String(bytes, StandardCharsets.UTF_8), hash(bytes)));
    }

    /** The text of a version. */
    static SourceText of(PersonaVersion version) {
        return of(version.persona(), version.text(), version.hash());
    }

    /** No text at all. */
    static SourceText none(PersonaId persona) {
        return of(persona, "", hash(new byte[0]));
    }

    private static SourceText of(PersonaId persona, String text, String hash) {
        return new SourceText(persona + ".md", text, hash);
    }

    private static Optional<SourceText> decode(String name, byte[] bytes, FaultList faults) {
        var in = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(in).toString();
            return Optional.of(new SourceText(name, normal(text), hash(bytes)));
        } catch (CharacterCodingException _) {
            faults.add(lineOf(bytes, in.position()), "the file is not UTF-8; save it as UTF-8");
            return Optional.empty();
        }
    }

    private static String normal(String text) {
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return unmarked.replace("\r\n", "\n");
    }

    private static int lineOf(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
