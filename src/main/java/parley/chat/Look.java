package parley.chat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A short name for what people see of a message. Pure. */
final class Look {
    private Look() {}

    /** Never that of two messages that look different. */
    static String of(Outgoing message) {
        String seen =
                Stream.of(
                                message.text(),
                                message.note().orElse(""),
                                message.footer().orElse(""),
                                message.buttons().toString(),
                                String.valueOf(message.settled()))
                        .map(field -> field.length() + ":" + field)
                        .collect(Collectors.joining());
        return HexFormat.of().formatHex(sha256().digest(seen.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
