package parley.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import parley.chat.ChannelId;
import parley.chat.Platform;
import parley.chat.ThreadId;
import parley.chat.Untold;

/** Of which refusals people are not told yet. */
final class UntoldRows {
    static final String OF_PLATFORM =
            """
            SELECT channel, why, thread, questions, newest_at FROM untold
            WHERE channel > :after AND channel < :before ORDER BY newest_at DESC
            """;

    private static final String ADD =
            """
            INSERT INTO untold (channel, why, thread, questions, newest_at)
            VALUES (:channel, :why, :thread, 1, :at)
            ON CONFLICT (channel, why) DO UPDATE SET
                questions = untold.questions + 1,
                newest_at = excluded.newest_at,
                thread = CASE WHEN untold.thread = excluded.thread THEN untold.thread END
            """;

    private static final String LESS =
            """
            UPDATE untold SET questions = questions - :questions
            WHERE channel = :channel AND why = :why
            """;

    private static final String END =
            "DELETE FROM untold WHERE channel = :channel AND why = :why AND questions <= 0";

    private static final RowMapper<Untold> ROW =
            (row, context) ->
                    new Untold(
                            ThreadLife.channel(row.getString("channel")),
                            Untold.Why.valueOf(row.getString("why")),
                            Columns.optional(row, "thread").map(ThreadId::parse),
                            row.getInt("questions"),
                            Columns.instant(row, "newest_at"));

    private UntoldRows() {}

    /** One more question of the thread. */
    static void add(Handle handle, ThreadId thread, Untold.Why why, Instant at) {
        int _ =
                handle.createUpdate(ADD)
                        .bind("channel", thread.channel().toString())
                        .bind("why", why.name())
                        .bind("thread", thread.toString())
                        .bind("at", Timestamps.micros(at))
                        .execute();
    }

    /** The newest first. Behind the slash comes the digit zero. */
    static List<Untold> of(Handle handle, Platform platform) {
        return handle.createQuery(OF_PLATFORM)
                .bind("after", platform.label() + "/")
                .bind("before", platform.label() + "0")
                .map(ROW)
                .list();
    }

    /** So many less; what was refused meanwhile stays. */
    static int less(Handle handle, ChannelId channel, Untold.Why why, int questions) {
        int _ =
                handle.createUpdate(LESS)
                        .bind("channel", channel.toString())
                        .bind("why", why.name())
                        .bind("questions", questions)
                        .execute();
        return handle.createUpdate(END)
                .bind("channel", channel.toString())
                .bind("why", why.name())
                .execute();
    }
}
