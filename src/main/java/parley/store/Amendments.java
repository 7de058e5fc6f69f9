package parley.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import parley.chat.MessageId;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.claude.ContentBlock;

/** Changes or forgets one message wherever it stands: in the conversation and in the journal. */
final class Amendments {
    private static final String CONTENT =
            """
            SELECT content FROM turn
            WHERE conversation_id = (SELECT id FROM conversation WHERE thread = :thread)
                AND message_id = :message AND deleted_at IS NULL
                AND (edited_at IS NULL OR edited_at <= :at)
            """;

    private static final String REWRITE =
            """
            UPDATE turn SET content = :content, edited_at = :at
            WHERE conversation_id = (SELECT id FROM conversation WHERE thread = :thread)
                AND message_id = :message
            """;

    private static final String FORGET =
            """
            UPDATE turn SET content = '[]', note = NULL, deleted_at = :at
            WHERE conversation_id = (SELECT id FROM conversation WHERE thread = :thread)
                AND message_id = :message AND deleted_at IS NULL
            """;

    private static final String UNDER_WAY =
            """
            SELECT running.turn FROM journal said JOIN journal running ON running.turn = said.turn
            WHERE said.thread = :thread AND said.message_id = :message
                AND said.kind IN ('MENTION', 'THREAD_REPLY', 'DIRECT_MESSAGE')
                AND running.state = 'ANSWERING'
            LIMIT 1
            """;

    private final Handle handle;
    private final ThreadId thread;
    private final MessageId message;
    private final Instant at;

    Amendments(Handle handle, ThreadId thread, MessageId message, Instant at) {
        this.handle = handle;
        this.thread = thread;
        this.message = message;
        this.at = at;
    }

    /**
     * The answer under way that covers the message, when the text was another one.
     *
     * @param text as the event has it
     * @param words the same as the model is to read it
     */
    Optional<Reference> edit(String text, String words) {
        boolean inTurn = rewrite(words);
        boolean inJournal = new JournalPayloads(handle, thread, message).edit(text, inTurn, at);
        return inTurn || inJournal ? underWay(handle, thread, message) : Optional.empty();
    }

    private boolean rewrite(String words) {
        Optional<String> content = bind(handle.createQuery(CONTENT)).mapTo(String.class).findOne();
        if (content.isEmpty()) {
            return false;
        }
        List<ContentBlock> old = Json.readBlocks(content.get());
        List<ContentBlock> changed = withWords(old, words);
        return !changed.equals(old)
                && bind(handle.createUpdate(REWRITE))
                                .bind("content", Json.writeBlocks(changed))
                                .execute()
                        > 0;
    }

    /** The words come first; the files behind them stay. */
    private static List<ContentBlock> withWords(List<ContentBlock> old, String words) {
        List<ContentBlock> changed = new ArrayList<>(old);
        if (!changed.isEmpty()) {
            changed.removeFirst();
        }
        changed.addFirst(new ContentBlock.Text(words));
        return changed;
    }

    /**
     * The answer under way that covers the message, when it was not forgotten already. An earlier
     * one in its place is forgotten as well: it is not to come back.
     */
    Optional<Reference> delete() {
        FileRows.forget(handle, thread, message);
        boolean inTurn = bind(handle.createUpdate(FORGET)).execute() > 0;
        boolean inJournal = new JournalPayloads(handle, thread, message).forget();
        if (!inTurn && !inJournal) {
            return Optional.empty();
        }
        Optional<Reference> answering = underWay(handle, thread, message);
        answering.ifPresent(turn -> EarlierAnswer.giveUp(handle, turn));
        return answering;
    }

    /** The answer under way that covers the message. */
    static Optional<Reference> underWay(Handle handle, ThreadId thread, MessageId message) {
        return handle.createQuery(UNDER_WAY)
                .bind("thread", thread.toString())
                .bind("message", message.value())
                .map((row, context) -> new Reference(row.getString("turn")))
                .findOne();
    }

    private <S extends SqlStatement<S>> S bind(S statement) {
        return statement
                .bind("thread", thread.toString())
                .bind("message", message.value())
                .bind("at", Timestamps.micros(at));
    }
}
