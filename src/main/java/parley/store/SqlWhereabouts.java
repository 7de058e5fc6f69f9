package parley.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.chat.ChannelId;
import parley.chat.EventId;
import parley.chat.MessageId;
import parley.chat.Platform;
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

    static final String RECENT =
            """
            SELECT thread FROM conversation WHERE platform = :platform AND workspace = :workspace
            ORDER BY id DESC LIMIT :most
            """;

    /**
     * As many rows of an index as the workspace has threads: for few of them, as for direct ones.
     */
    static final String LAST_USED =
            """
            SELECT channel FROM thread_life WHERE channel > :after AND channel < :before
            GROUP BY channel ORDER BY max(last_at) DESC LIMIT :most
            """;

    static final String USED =
            """
            SELECT count(DISTINCT channel) FROM thread_life
            WHERE channel > :after AND channel < :before
            """;

    static final String ALIVE =
            """
            SELECT thread FROM thread_life WHERE channel = :channel AND last_at >= :at
            ORDER BY last_at DESC LIMIT :most
            """;

    /**
     * What is still held: in conversations, and what waits or was refused. Who reads it looks each
     * up in a page of the platform: what is more is not looked up.
     */
    static final String SAID =
            """
            SELECT l.thread, j.message_id, j.happened_at AS at, j.event_id FROM thread_life l
            JOIN journal j ON j.thread = l.thread
                AND j.kind IN ('MENTION', 'THREAD_REPLY', 'DIRECT_MESSAGE')
            WHERE l.channel = :channel AND l.last_at >= :at
                AND j.happened_at >= :at AND j.happened_at < :before
                AND j.state IN ('NOTED', 'RECEIVED', 'FAILED') AND j.turn IS NULL
            UNION ALL
            SELECT l.thread, t.message_id, t.sent_at,
                (SELECT j.event_id FROM journal j
                    WHERE j.thread = l.thread AND j.message_id = t.message_id
                        AND j.kind IN ('MENTION', 'THREAD_REPLY', 'DIRECT_MESSAGE'))
            FROM thread_life l
            JOIN conversation c ON c.thread = l.thread
            JOIN turn t ON t.id > c.id * 1048576 AND t.id < (c.id + 1) * 1048576
                AND t.role = 'USER' AND t.deleted_at IS NULL
            WHERE l.channel = :channel AND l.last_at >= :at
                AND t.sent_at >= :at AND t.sent_at < :before
            LIMIT 2000
            """;

    private final Database database;

    public SqlWhereabouts(Database database) {
        this.database = database;
    }

    @Override
    public Instant knownSince() {
        return database.read(handle ->
                Timestamps.instant(handle.createQuery(Memory.SINCE).mapTo(Long.class).one()));
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

    @Override
    public Used lastUsed(WorkspaceId workspace, int most) {
        // Behind the slash comes the digit zero.
        return database.read(handle -> {
            List<ChannelId> last =
                    handle
                            .createQuery(LAST_USED)
                            .bind("after", workspace + "/")
                            .bind("before", workspace + "0")
                            .bind("most", most)
                            .mapTo(String.class)
                            .list()
                            .stream()
                            .map(ThreadLife::channel)
                            .toList();
            int all =
                    handle.createQuery(USED)
                            .bind("after", workspace + "/")
                            .bind("before", workspace + "0")
                            .mapTo(Integer.class)
                            .one();
            return new Used(last, Math.max(0, all - last.size()));
        });
    }

    @Override
    public List<ThreadId> alive(ChannelId channel, Instant since, int most) {
        return database.read(handle ->
                handle
                        .createQuery(ALIVE)
                        .bind("channel", channel.toString())
                        .bind("at", Timestamps.micros(since))
                        .bind("most", most)
                        .mapTo(String.class)
                        .list()
                        .stream()
                        .map(ThreadId::parse)
                        .toList());
    }

    @Override
    public List<Known> said(ChannelId channel, Instant from, Instant before) {
        return database.read(handle ->
                handle.createQuery(SAID)
                        .bind("channel", channel.toString())
                        .bind("at", Timestamps.micros(from))
                        .bind("before", Timestamps.micros(before))
                        .map((row, context) ->
                                new Known(
                                        ThreadId.parse(row.getString("thread")),
                                        new MessageId(row.getString("message_id")),
                                        Columns.instant(row, "at"),
                                        Columns.optional(row, "event_id").map(EventId::new)))
                        .list());
    }
}
