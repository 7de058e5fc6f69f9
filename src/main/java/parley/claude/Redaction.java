package parley.claude;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;

/** Keeps the key out of texts: some gateways repeat it in what they answer. */
final class Redaction {
    private static final int LONGEST = 1_000;

    private final Optional<String> secret;

    Redaction(Optional<String> secret) {
        this.secret = secret.filter(key -> !key.isBlank());
    }

    /** The text without the key, and of a length that a log line bears. */
    String text(String text) {
        String clean = secret.map(key -> text.replace(key, "[key]")).orElse(text);
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }

    /** The cause itself, or a copy of its printed form where that would show the key. */
    Throwable cause(Throwable cause) {
        String printed = print(cause);
        return secret.filter(printed::contains)
                .<Throwable>map(_ -> new IllegalStateException(text(cause.toString())))
                .orElse(cause);
    }

    private static String print(Throwable cause) {
        StringWriter printed = new StringWriter();
        cause.printStackTrace(new PrintWriter(printed));
        return printed.toString();
    }
}
