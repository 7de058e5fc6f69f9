package parley.conversation;

import java.time.Duration;
import java.time.Instant;
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

    /** The messages may just have used up the platform's budget for posts, for all of these. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** Budgets tell to the nanosecond when there is room, and others may be faster. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);

    private final Powers powers;
    private final LiveTurns liveTurns;

    WholeText(Powers powers, LiveTurns liveTurns) {
        this.powers = powers;
        this.liveTurns = liveTurns;
    }

    /**
     * Blocks until the platform answered; does nothing for shorter answers, nor for one that stands
     * because there is no newer one: it has had its file.
     *
     * @param since when an earlier process may have put the file there, at the earliest; empty when
     *     none has
     */
    void follow(ThreadId thread, CompletedTurn turn, Optional<Instant> since) {
        Optional<FileSharer> sharer =
                powers.sharer(thread)
                        .filter(_ -> turn.missed().isEmpty() && isLong(thread, turn))
                        .filter(it ->
                                since.filter(then -> it.mayStand(thread, name(turn), then))
                                        .isEmpty());
        if (sharer.isPresent()) {
            SendResult result = share(sharer.get(), thread, turn);
            if (!(result instanceof SendResult.Sent)) {
                LOG.warn("A long answer goes without its file: {}", result);
            }
        }
    }

    private SendResult share(FileSharer sharer, ThreadId thread, CompletedTurn turn) {
        Duration left = LONGEST_WAIT;
        SendResult result = sharer.share(thread, name(turn), turn.text());
        while (result instanceof SendResult.RateLimited limited) {
            Duration pause = pause(limited);
            left = left.minus(pause);
            if (left.isNegative() || liveTurns.awaitParking(pause)) {
                return result;
            }
            result = sharer.share(thread, name(turn), turn.text());
        }
        return result;
    }

    private static Duration pause(SendResult.RateLimited limited) {
        Duration asked = limited.retryAfter();
        return asked.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : asked;
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
