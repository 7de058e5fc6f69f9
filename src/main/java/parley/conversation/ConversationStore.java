package parley.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.chat.WorkspaceId;
import parley.inbox.Claim;

/**
 * The memory: every conversation with its turns. Safe for use by many threads; each write is one
 * transaction, durable on return. Failures of the store come as unchecked exceptions, which are
 * {@link StoreFailure}s.
 */
public interface ConversationStore {
    /**
     * Begins the claim's turn, or goes on with it after a restart. A new turn puts the claim's
     * messages into the conversation in their order, then an empty answer named {@code fresh}, and
     * moves the entries to answering. A retry lays the answer that it names aside instead, until
     * {@link #complete}; a continuation puts {@code continuation} into the conversation as a
     * message of the presser.
     *
     * @param material what a new turn stores of its messages and before them
     * @return the turn, or empty when people deleted all that it was to answer in the meantime
     * @throws UnknownTurnException when a retry or a continuation names no answer of the thread
     */
    Optional<OpenTurn> begin(Claim claim, Reference fresh, String continuation, Material material);

    /** Whether a turn of the thread has begun before. */
    boolean knows(ThreadId thread);

    /** When the first question of the thread was asked; empty when there is none. */
    Optional<Instant> began(ThreadId thread);

    /**
     * The turns of the thread before that answer, in order.
     *
     * @param files what of the files comes along; {@link FileRoom#LEFT_OUT} stands for the others
     */
    Conversation before(OpenTurn turn, FileRoom files);

    /** The bytes of the files that {@link #before} may bring along, as they are. */
    long fileBytes(Reference turn);

    /** The text of an answer, as the thread shows it; empty while there is none. */
    Optional<String> text(Reference turn);

    /**
     * Remembers which message shows a part of the answer, from 0, before more is written.
     *
     * @throws UnknownTurnException when there is no such answer
     */
    void posted(Reference turn, int part, MessageId message);

    /**
     * Remembers what the message of that part is known to look like; empty before it may change.
     */
    void looks(Reference turn, int part, Optional<String> look);

    /** Forgets the messages of the answer from that part on: they were taken away. */
    void withdrawn(Reference turn, int fromPart);

    /**
     * Stores the answer and moves its entries to answered; a second time changes nothing. One
     * without words leaves an earlier one with words standing as it was, with what was missed told
     * under it and what was spent added to it.
     *
     * @return the answer that stands now
     * @throws UnknownTurnException when there is no such answer
     */
    CompletedTurn complete(CompletedTurn turn);

    /**
     * Moves the entries of the turn to delivered, or to failed where it cannot be shown. Without a
     * new answer, the earlier one stands.
     */
    void shown(Reference turn, boolean delivered);

    /**
     * Changes a message's text and leaves its files; the same text changes nothing.
     *
     * @param words the event's text as the model is to read it
     * @return the answer under way that has read the old text, if there is one
     */
    Optional<Reference> edit(Inbound.Edited edit, String words);

    /**
     * Forgets a message's text and files, in the conversation and in the journal; as {@link #edit}.
     */
    Optional<Reference> delete(ThreadId thread, MessageId message, Instant at);

    /** The answer under way that covers the message, if there is one. */
    Optional<Reference> answering(ThreadId thread, MessageId message);

    Optional<TurnFacts> find(Reference turn);

    /**
     * The threads of the workspace in which that person asked, by the newest of the person's
     * questions, newest first; looks at the newest thousand of these. Threads whose questions were
     * all deleted are left out.
     */
    List<Asked> recent(WorkspaceId workspace, UserId person, int most);

    /** The people who wrote in the conversation; empty when the bot takes no part in the thread. */
    Set<UserId> participants(ThreadId thread);

    /**
     * Keeps the newest word of that person on that answer.
     *
     * @throws UnknownTurnException when there is no such answer
     */
    void feedback(Feedback feedback);

    /** The newest word of each person on that answer. */
    List<Feedback> feedbackOn(Reference turn);
}
