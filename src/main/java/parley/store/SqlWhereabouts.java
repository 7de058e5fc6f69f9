package parley.store;

import java.util.List;
import java.util.Optional;
import parley.chat.EventId;
import parley.chat.MessageId;
import parley.chat.Platform;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.chat.Whereabouts;
import parley.chat.WorkspaceId;

/** Tells of the messages that show answers. */
public final class SqlWhereabouts implements Whereabouts {
    static final String THREAD_OF =
            """
            SELECT c.thread FROM reply_message r
            JOIN turn t ON t.reference = r.turn
            JOIN conversation c ON c.id = t.conversation_id AND c.platform = :platform
            WHERE r.message_id = :message LIMIT 1
            """;

    static final String HEARD_IN =
            "SELECT thread FROM journal WHERE platform = :platform AND event_id = :event";

    static final String NEWEST =
            """
            SELECT r.message_id FROM conversation c
            JOIN turn t ON t.id > c.id * 1048576 AND t.id < (c.id + 1) * 1048576
            JOIN reply_message r ON r.turn = t.reference
            WHERE c.thread = :thread ORDER BY t.id DESC, r.part DESC LIMIT 1
            """;

    static final String QUESTION =
            """
            SELECT q.message_id FROM turn a
            JOIN turn q ON q.id > a.conversation_id * 1048576 AND q.id < a.id
            WHERE a.reference = :reference AND q.role = 'USER' AND q.message_id IS NOT NULL
            ORDER BY q.id DESC LIMIT 1
            """;

    static final String RECENT =
            """
            SELECT thread FROM conversation WHERE platform = :platform AND workspace = :workspace
            ORDER BY id DESC LIMIT :most
            """;

    private final Database database;

    public SqlWhereabouts(Database database) {
        this.database = database;
    }

    @Override
    public Optional<ThreadId> threadOf(Platform platform, MessageId message) {
        return database.read(handle ->
                handle.createQuery(THREAD_OF)
                        .bind("platform", platform.label())
                        .bind("message", message.value())
                        .mapTo(String.class)
                        .findOne()
                        .map(ThreadId::parse));
    }

    @Override
    public Optional<ThreadId> threadOf(Platform platform, EventId event) {
        return database.read(handle ->
                handle.createQuery(HEARD_IN)
                        .bind("platform", platform.label())
                        .bind("event", event.value())
                        .mapTo(String.class)
                        .findOne()
                        .map(ThreadId::parse));
    }

    @Override
    public Optional<MessageId> newest(ThreadId thread) {
        return database.read(handle ->
                handle.createQuery(NEWEST)
                        .bind("thread", thread.toString())
                        .mapTo(String.class)
                        .findOne()
                        .map(MessageId::new));
    }

    @Override
    public Optional<MessageId> question(Reference turn) {
        return database.read(handle ->
                handle.createQuery(QUESTION)
                        .bind("reference", turn.value())
                        .mapTo(String.class)
                        .findOne()
                        .map(MessageId::new));
    }

    @Override
    public List<ThreadId> recent(WorkspaceId workspace, int most) {
        return database.read(handle ->
                handle
                        .createQuery(RECENT)
                        .bind("platform", workspace.platform().label())
                        .bind("workspace", workspace.value())
                        .bind("most", most)
                        .mapTo(String.class)
                        .list()
                        .stream()
                        .map(ThreadId::parse)
                        .toList());
    }
}
