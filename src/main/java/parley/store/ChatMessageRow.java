package parley.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.mapper.RowMapper;
import parley.chat.Author;
import parley.chat.ChatMessage;
import parley.chat.MessageId;
import parley.chat.MessageLog.ThreadSummary;
import parley.chat.ThreadId;

/** Reads rows of the playground's messages. */
final class ChatMessageRow {
    static final RowMapper<ChatMessage> MESSAGE = (row, context) -> message(row);

    static final RowMapper<ThreadSummary> SUMMARY =
            (row, context) -> new ThreadSummary(message(row), row.getInt("replies"));

    private ChatMessageRow() {}

    private static ChatMessage message(ResultSet row) throws SQLException {
        Optional<String> shown = Columns.optional(row, "outgoing");
        return new ChatMessage(
                new MessageId(row.getString("message_id")),
                ThreadId.parse(row.getString("thread")),
                author(row),
                Columns.instant(row, "sent_at"),
                row.getString("text"),
                shown.filter(OutgoingJson::isAnswer).map(OutgoingJson::read),
                shown.filter(Predicate.not(OutgoingJson::isAnswer))
                        .map(NoticeJson::read)
                        .orElse(List.of()),
                row.getBoolean("edited"));
    }

    private static Optional<Author> author(ResultSet row) throws SQLException {
        return row.getString("author_id") == null
                ? Optional.empty()
                : Optional.of(Columns.author(row, "author_id", "author_name"));
    }
}
