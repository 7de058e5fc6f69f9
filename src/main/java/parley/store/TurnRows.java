package parley.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.Author;
import parley.chat.MessageId;
import parley.chat.PostedMessage;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.claude.ContentBlock;
import parley.claude.ModelId;
import parley.conversation.OpenTurn;
import parley.conversation.Turn;
import parley.conversation.UnknownTurnException;

/** Reads turns, whole histories and single answers. */
final class TurnRows {
    /** One range of the key; the long columns of answers are not touched. */
    static final String BEFORE =
            """
            SELECT t.ordinal, t.role, t.message_id, t.author_id, t.author_name, t.sent_at,
                t.reference, t.model, t.prefix_hash, t.content, t.note
            FROM turn answer
            JOIN conversation c ON c.id = answer.conversation_id AND c.thread = :thread
            JOIN turn t ON t.id > answer.conversation_id * 1048576 AND t.id < answer.id
            WHERE answer.reference = :reference
            ORDER BY t.id
            """;

    static final RowMapper<Turn> TURN =
            (row, context) ->
                    row.getString("role").equals("USER") ? userTurn(row) : assistantTurn(row);

    private static final String ANSWER =
            """
            SELECT t.*, c.thread,
                (SELECT max(received_at) FROM journal j WHERE j.turn = t.reference) AS taken_at
            FROM turn t JOIN conversation c ON c.id = t.conversation_id
            WHERE t.reference = :reference
            """;

    private static final String THREAD =
            """
            SELECT c.thread, t.asker_id, t.asker_name FROM turn t JOIN conversation c ON c.id = t.conversation_id
            WHERE t.reference = :reference
            """;

    private static final String MESSAGES =
            "SELECT message_id, look FROM reply_message WHERE turn = :reference ORDER BY part";

    private static final Logger LOG = LoggerFactory.getLogger(TurnRows.class);
    private static final ContentBlock UNREADABLE =
            new ContentBlock.Text("[Parley: this message is damaged and cannot be read.]");

    private TurnRows() {}

    private static Turn userTurn(ResultSet row) throws SQLException {
        return new Turn.UserTurn(
                row.getLong("ordinal"),
                new MessageId(row.getString("message_id")),
                Columns.author(row, "author_id", "author_name"),
                Columns.instant(row, "sent_at"),
                content(row),
                Columns.optional(row, "note"));
    }

    private static Turn assistantTurn(ResultSet row) throws SQLException {
        return new Turn.AssistantTurn(
                row.getLong("ordinal"),
                new Reference(row.getString("reference")),
                Columns.optional(row, "model").map(ModelId::new),
                Columns.optional(row, "prefix_hash").orElse(""),
                content(row));
    }

    /** One row that cannot be read does not keep its thread from being answered. */
    private static List<ContentBlock> content(ResultSet row) throws SQLException {
        try {
            return Json.readBlocks(row.getString("content"));
        } catch (StoreException e) {
            LOG.error(
                    "Turn {} is left out of the history: {}",
                    row.getLong("ordinal"),
                    e.getMessage());
            return List.of(UNREADABLE);
        }
    }

    /** The answer as it stands, with its messages and, when it is complete, all of it. */
    static OpenTurn open(Handle handle, Reference reference) {
        var messages =
                handle.createQuery(MESSAGES)
                        .bind("reference", reference.value())
                        .map((row, context) ->
                                new PostedMessage(
                                        new MessageId(row.getString("message_id")),
                                        Columns.optional(row, "look")))
                        .list();
        return handle.createQuery(ANSWER)
                .bind("reference", reference.value())
                .map((row, context) ->
                        new OpenTurn(
                                reference,
                                ThreadId.parse(row.getString("thread")),
                                asker(row),
                                Columns.instant(row, "asked_at"),
                                Columns.optional(row, "question").map(MessageId::new),
                                Columns.optionalLong(row, "taken_at")
                                        .map(Timestamps::instant)
                                        .orElse(Instant.EPOCH),
                                messages,
                                row.getString("outcome") == null
                                        ? Optional.empty()
                                        : Optional.of(AnswerRow.read(row))))
                .findOne()
                .orElseThrow(() -> new UnknownTurnException(reference));
    }

    static Author asker(ResultSet row) throws SQLException {
        return Columns.author(row, "asker_id", "asker_name");
    }

    /**
     * @throws UnknownTurnException when there is no such answer
     */
    static void require(Handle handle, Reference reference) {
        Owner _ = owner(handle, reference);
    }

    /**
     * @throws UnknownTurnException when there is no such answer in that thread
     */
    static Author requireIn(Handle handle, ThreadId thread, Reference reference) {
        Owner owner = owner(handle, reference);
        if (!owner.thread().equals(thread)) {
            throw new UnknownTurnException(reference);
        }
        return owner.asker();
    }

    private record Owner(ThreadId thread, Author asker) {}

    private static Owner owner(Handle handle, Reference reference) {
        return handle.createQuery(THREAD)
                .bind("reference", reference.value())
                .map((row, context) ->
                        new Owner(ThreadId.parse(row.getString("thread")), asker(row)))
                .findOne()
                .orElseThrow(() -> new UnknownTurnException(reference));
    }
}
