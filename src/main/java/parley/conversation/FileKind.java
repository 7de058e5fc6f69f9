package parley.conversation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a file is by its first bytes, whatever its name and its sender say. The pictures are those
 * that the API takes: https://platform.claude.com/docs/en/build-with-claude/vision.
 */
enum FileKind {
    PNG("image/png"),
    JPEG("image/jpeg"),
    GIF("image/gif"),
    WEBP("image/webp"),
    PDF("application/pdf"),
    /** Text, perhaps. */
    OTHER("");

    private final String mediaType;

    FileKind(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    boolean picture() {
        return this != PDF && this != OTHER;
    }

    static FileKind of(byte[] bytes) {
        if (begins(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (begins(bytes, 0, "\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (begins(bytes, 0, "GIF87a") || begins(bytes, 0, "GIF89a")) {
            return GIF;
        }
        if (begins(bytes, 0, "RIFF") && begins(bytes, 8, "WEBP")) {
            return WEBP;
        }
        return begins(bytes, 0, "%PDF-") ? PDF : OTHER;
    }

    private static boolean begins(byte[] bytes, int at, String signature) {
        byte[] wanted = signature.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= at + wanted.length
                && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
