package parley.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.chat.Author;
import parley.chat.MessageId;
import parley.chat.PostedMessage;
import parley.chat.Reference;
import parley.chat.ThreadId;

/**
 * A turn that was begun durably.
 *
 * @param asker who may stop and repeat it: the author of the newest message it answers
 * @param askedAt when the newest message it answers was written
 * @param question the newest message it answers; empty for turns of before that was kept
 * @param takenAt when the newest event that it covers was taken in, by our clock: nothing of its
 *     answer was written before
 * @param messages of the thread that the answer has so far, by part: a restart goes on in them
 * @param completed the stored answer, when only showing it is left
 */
public record OpenTurn(
        Reference reference,
        ThreadId thread,
        Author asker,
        Instant askedAt,
        Optional<MessageId> question,
        Instant takenAt,
        List<PostedMessage> messages,
        Optional<CompletedTurn> completed) {
    public OpenTurn {
        messages = List.copyOf(messages);
    }
}
