package parley.chat;

import java.util.List;
import java.util.Optional;

/**
 * One message of the bot as it shall stand in the thread now; immutable.
 *
 * @param turn the answer that the message belongs to
 * @param asker whose question it answers
 * @param part which message of the answer it is, from 0
 * @param text the model's text as Markdown, at most {@link Limits#messageLength} UTF-16 units;
 *     never anything but the model's text
 * @param stable how much of the text, from its start, stays as it is when the answer grows; it only
 *     ever grows itself, unless the answer is begun anew. The rest closes what is still open, or
 *     may move on to the next message when this one is full
 * @param note a plain sentence of Parley's own under the text: a failure, a hint
 * @param footer the small last line: persona, model, tokens, cost, seconds
 * @param buttons in the order in which they stand; they act on {@code turn}
 * @param settled whether the message is not going to change by itself any more
 * @param question the message that it answers, where that is known
 */
public record Outgoing(
        Reference turn,
        UserId asker,
        int part,
        String text,
        int stable,
        Optional<String> note,
        Optional<String> footer,
        List<Button> buttons,
        boolean settled,
        Optional<MessageId> question) {
    public Outgoing {
        if (stable < 0 || stable > text.length()) {
            throw new IllegalArgumentException("stable beyond the text: " + stable);
        }
        buttons = List.copyOf(buttons);
    }

    /** For a question of which nothing is known but who asked it. */
    public Outgoing(
            Reference turn,
            UserId asker,
            int part,
            String text,
            int stable,
            Optional<String> note,
            Optional<String> footer,
            List<Button> buttons,
            boolean settled) {
        this(turn, asker, part, text, stable, note, footer, buttons, settled, Optional.empty());
    }

    /** A short name for what people see of it: the same only for messages that look alike. */
    public String look() {
        return Look.of(this);
    }

    /** The same for the same part of the same answer, so that a repeated post can be recognised. */
    public String nonce() {
        return nonce(turn, part);
    }

    /** That of the answer's part of that number. */
    public static String nonce(Reference turn, int part) {
        return turn.value() + "." + part;
    }
}
