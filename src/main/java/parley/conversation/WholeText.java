package parley.conversation;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.FileSharer;
import parley.chat.SendResult;
import parley.chat.ThreadId;
import parley.responder.MessageSplitter;

/**
 * Puts an answer that fills many messages into its thread as one file besides, for reading and
 * keeping. Best effort: the messages are the answer. Safe for use by many threads.
 */
final class WholeText {
    /** An answer of more messages than that ends with the file. */
    private static final int MANY_MESSAGES = 8;

    private static final Logger LOG = LoggerFactory.getLogger(WholeText.class);

    private final Powers powers;

    WholeText(Powers powers) {
        this.powers = powers;
    }

    /** Blocks until the platform answered; does nothing for shorter answers. */
    void follow(ThreadId thread, CompletedTurn turn) {
        Optional<FileSharer> sharer = powers.sharer(thread).filter(_ -> isLong(thread, turn));
        if (sharer.isPresent()) {
            SendResult result = sharer.get().share(thread, name(turn), turn.text());
            if (!(result instanceof SendResult.Sent)) {
                LOG.warn("A long answer goes without its file: {}", result);
            }
        }
    }

    private boolean isLong(ThreadId thread, CompletedTurn turn) {
        int length = powers.messageLength(thread);
        return turn.text().length() > length
                && new MessageSplitter(length).split(turn.text()).size() > MANY_MESSAGES;
    }

    /** The same for the same answer, so that a platform can tell a repeated file. */
    private static String name(CompletedTurn turn) {
        return "answer-" + turn.reference() + ".md";
    }
}
