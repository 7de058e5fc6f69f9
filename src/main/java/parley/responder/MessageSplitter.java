package parley.responder;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Cuts a Markdown text into messages: at a paragraph, line, sentence or word, in this order; a code
 * fence that must be cut is closed and opened again with its language. What was cut stays as it is
 * when the text grows. Stateless.
 */
public final class MessageSplitter {
    /** Below this, what closes and opens fences would leave too little room. */
    public static final int SHORTEST_MESSAGE = 100;

    private final int messageLength;

    /**
     * @param messageLength the longest message in UTF-16 units, at least {@link #SHORTEST_MESSAGE}
     * @throws IllegalArgumentException for less
     */
    public MessageSplitter(int messageLength) {
        if (messageLength < SHORTEST_MESSAGE) {
            throw new IllegalArgumentException(
                    "a message must hold at least %d characters, not %d"
                            .formatted(SHORTEST_MESSAGE, messageLength));
        }
        this.messageLength = messageLength;
    }

    /**
     * The parts of the text in their final form, each shown in at most the length of a message;
     * none for an empty text. Takes time linear in the length.
     */
    public List<Part> split(CharSequence text) {
        GrowingText whole = growing();
        whole.append(text);
        return whole.whole();
    }

    /** An empty text that is cut in the same places while it grows. */
    public GrowingText growing() {
        return new GrowingText(messageLength);
    }

    /** The text that was split. */
    public static String join(List<Part> parts) {
        return parts.stream().map(Part::source).collect(Collectors.joining());
    }
}
