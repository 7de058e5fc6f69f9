package parley.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import parley.chat.ChannelId;
import parley.chat.Platform;
import parley.chat.ThreadId;
import parley.chat.WorkspaceId;

/** When something was heard in a thread last. */
final class ThreadLife {
    private static final String TOUCH =
            """
            INSERT INTO thread_life (thread, channel, last_at) VALUES (:thread, :channel, :at)
            ON CONFLICT (thread) DO UPDATE SET last_at = excluded.last_at
            WHERE excluded.last_at > thread_life.last_at
            """;

    /** From one channel to the next, without walking over their threads. */
    static final String CHANNELS =
            """
            WITH RECURSIVE known (channel) AS (
                SELECT min(channel) FROM thread_life
                UNION ALL
                SELECT (SELECT min(channel) FROM thread_life WHERE channel > known.channel)
                FROM known WHERE known.channel IS NOT NULL)
            SELECT channel FROM known WHERE channel IS NOT NULL
            """;

    static final String DUE =
            """
            SELECT thread, last_at FROM thread_life
            WHERE channel = :channel AND last_at < :before AND (last_at, thread) > (:at, :thread)
            ORDER BY last_at, thread LIMIT :limit
            """;

    private static final String END =
            "DELETE FROM thread_life WHERE thread = :thread AND last_at <= :upTo";

    private ThreadLife() {}

    /** A thread and its last sign of life, in microseconds. */
    record Row(ThreadId thread, long at) {}

    static void touch(Handle handle, ThreadId thread, Instant at) {
        int _ =
                handle.createUpdate(TOUCH)
                        .bind("thread", thread.toString())
                        .bind("channel", thread.channel().toString())
                        .bind("at", Timestamps.micros(at))
                        .execute();
    }

    static List<ChannelId> channels(Handle handle) {
        return handle.createQuery(CHANNELS).mapTo(String.class).list().stream()
                .map(ThreadLife::channel)
                .toList();
    }

    static ChannelId channel(String printed) {
        String[] parts = printed.split("/", -1);
        return new ChannelId(new WorkspaceId(Platform.ofLabel(parts[0]), parts[1]), parts[2]);
    }

    /** Threads of before that moment, those behind {@code last} in the order of their age. */
    static List<Row> due(
            Handle handle, ChannelId channel, Instant before, List<Row> last, int limit) {
        return handle.createQuery(DUE)
                .bind("channel", channel.toString())
                .bind("before", Timestamps.micros(before))
                .bind("at", last.isEmpty() ? Long.MIN_VALUE : last.getLast().at())
                .bind("thread", last.isEmpty() ? "" : last.getLast().thread().toString())
                .bind("limit", limit)
                .map((row, context) ->
                        new Row(ThreadId.parse(row.getString("thread")), row.getLong("last_at")))
                .list();
    }

    /** Forgets the thread, unless something was heard in it since. */
    static int end(Handle handle, ThreadId thread, Instant upTo) {
        return handle.createUpdate(END)
                .bind("thread", thread.toString())
                .bind("upTo", Timestamps.micros(upTo))
                .execute();
    }
}
