package parley.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import parley.chat.Author;
import parley.chat.ChannelId;
import parley.chat.ChatMessage;
import parley.chat.MessageId;
import parley.chat.MessageLog;
import parley.chat.ThreadId;
import parley.chat.UserId;

/** The playground's messages in SQL. */
public final class SqlMessageLog implements MessageLog {
    private static final String ADD =
            """
            INSERT INTO chat_message (channel, message_id, thread, nonce, opening, author_id,
                author_name, sent_at, edited, text, outgoing)
            VALUES (:channel, :id, :thread, :nonce,
                CASE WHEN EXISTS (SELECT 1 FROM chat_message WHERE thread = :thread)
                    THEN 0 ELSE 1 END,
                :author, :name, :at, :edited, :text, :outgoing)
            ON CONFLICT (channel, nonce) DO NOTHING
            """;

    private static final String REPLACE =
            """
            UPDATE chat_message SET author_id = :author, author_name = :name, sent_at = :at,
                edited = :edited, text = :text, outgoing = :outgoing
            WHERE channel = :channel AND message_id = :id AND thread = :thread
            """;

    private static final String REMOVE =
            "DELETE FROM chat_message WHERE channel = :channel AND message_id = :id"
                    + " AND thread = :thread";

    private static final String OPEN_AGAIN =
            """
            UPDATE chat_message SET opening = 1
            WHERE id = (SELECT min(id) FROM chat_message WHERE thread = :thread)
            """;

    private static final String BY_NONCE =
            "SELECT * FROM chat_message WHERE channel = :channel AND nonce = :nonce";

    private static final String FIND =
            "SELECT * FROM chat_message WHERE channel = :channel AND message_id = :id"
                    + " AND thread = :thread";

    static final String THREAD = "SELECT * FROM chat_message WHERE thread = :thread ORDER BY id";

    static final String THREADS =
            """
            SELECT m.*, (SELECT count(*) FROM chat_message r WHERE r.thread = m.thread) - 1
                AS replies
            FROM chat_message m
            WHERE m.channel = :channel AND m.opening = 1
            ORDER BY m.id DESC LIMIT :limit
            """;

    private final Database database;

    public SqlMessageLog(Database database) {
        this.database = database;
    }

    @Override
    public ChatMessage add(String nonce, ChatMessage message) {
        return database.write(handle -> {
            bind(handle.createUpdate(ADD), message).bind("nonce", nonce).execute();
            ThreadLife.touch(handle, message.thread(), message.at());
            return handle.createQuery(BY_NONCE)
                    .bind("channel", message.thread().channel().toString())
                    .bind("nonce", nonce)
                    .map(ChatMessageRow.MESSAGE)
                    .one();
        });
    }

    @Override
    public boolean replace(ChatMessage message) {
        return database.write(handle -> bind(handle.createUpdate(REPLACE), message).execute() > 0);
    }

    private static <S extends SqlStatement<S>> S bind(S statement, ChatMessage message) {
        return at(statement, message.thread(), message.id())
                .bind("author", message.author().map(Author::id).map(UserId::value))
                .bind("name", message.author().map(Author::name))
                .bind("at", Timestamps.micros(message.at()))
                .bind("edited", message.edited())
                .bind("text", message.text())
                .bind("outgoing", shown(message));
    }

    /** What a message of the bot has beside its text. */
    private static Optional<String> shown(ChatMessage message) {
        return message.isNotice()
                ? Optional.of(NoticeJson.write(message.choices()))
                : message.outgoing().map(OutgoingJson::write);
    }

    private static <S extends SqlStatement<S>> S at(S statement, ThreadId thread, MessageId id) {
        return statement
                .bind("channel", thread.channel().toString())
                .bind("thread", thread.toString())
                .bind("id", id.value());
    }

    @Override
    public boolean remove(ThreadId thread, MessageId id) {
        return database.writeAndScrub(handle -> {
            boolean removed = at(handle.createUpdate(REMOVE), thread, id).execute() > 0;
            if (removed) {
                openAgain(handle, thread.toString());
            }
            return removed;
        });
    }

    /** The oldest message left begins the thread now; most often it did before. */
    static void openAgain(Handle handle, String thread) {
        handle.createUpdate(OPEN_AGAIN).bind("thread", thread).execute();
    }

    @Override
    public Optional<ChatMessage> find(ThreadId thread, MessageId id) {
        return database.read(handle ->
                at(handle.createQuery(FIND), thread, id).map(ChatMessageRow.MESSAGE).findOne());
    }

    @Override
    public List<ChatMessage> thread(ThreadId thread) {
        return database.read(handle ->
                handle.createQuery(THREAD)
                        .bind("thread", thread.toString())
                        .map(ChatMessageRow.MESSAGE)
                        .list());
    }

    @Override
    public List<ThreadSummary> threads(ChannelId channel, int limit) {
        return database.read(handle ->
                        handle.createQuery(THREADS)
                                .bind("channel", channel.toString())
                                .bind("limit", limit)
                                .map(ChatMessageRow.SUMMARY)
                                .list())
                .reversed();
    }
}
