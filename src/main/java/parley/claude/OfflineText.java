package parley.claude;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The words of the offline model. */
final class OfflineText {
    private static final int QUOTED = 500;
    private static final String LONG_TEXT = read("/parley/offline-long.md");

    private OfflineText() {}

    static String thought(OfflineQuestion question) {
        return "The offline model pretends to think. "
                + counted(question.messages(), "message")
                + " came in; the last one counts.";
    }

    static String answer(OfflineQuestion question) {
        String opening =
                """
                ## %s

                This is the **offline model**, not Claude: no API key is set. It only shows what it was sent.

                - %s of this thread%s
                - First asked: “%s”
                - Asked last:

                %s

                """
                        .formatted(
                                greeting(question.asker()),
                                counted(question.messages(), "message"),
                                files(question.pictures()),
                                shortened(question.first(), 80),
                                quote(question.newest()));
        return opening + (question.asksFor("long") ? LONG_TEXT : closing());
    }

    private static String closing() {
        return """
        Ask for something *long* to watch an answer grow and to try **Stop**, or ask it to *think* first. \
        For real answers, set a key and start again:

        ```bash
        export ANTHROPIC_API_KEY=your-key
        ```
        """
                .strip();
    }

    private static String greeting(String asker) {
        return asker.isBlank() ? "Hello" : "Hello, " + asker;
    }

    private static String counted(long count, String noun) {
        return count == 1 ? "1 " + noun : count + " " + noun + "s";
    }

    private static String files(long count) {
        return count == 0 ? "" : ", with " + counted(count, "file");
    }

    private static String quote(String text) {
        return "> " + shortened(text, QUOTED).replace("\n", "\n> ");
    }

    private static String shortened(String text, int longest) {
        String line = longest < QUOTED ? text.replaceAll("\\s+", " ") : text;
        return line.length() <= longest ? line : head(line, longest).stripTrailing() + "…";
    }

    /** The beginning of a text, which does not end in half a character. */
    static String head(String text, int longest) {
        int end = Math.min(text.length(), longest);
        boolean half = end > 1 && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, half ? end - 1 : end);
    }

    private static String read(String resource) {
        try (InputStream in = OfflineText.class.getResourceAsStream(resource)) {
            return new String(
                            Objects.requireNonNull(in, resource).readAllBytes(),
                            StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
