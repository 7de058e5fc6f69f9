package parley.store;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import parley.chat.EventId;
import parley.rule.Allowance;
import parley.rule.Allowance.Grant;
import parley.rule.LimitReached;

/** One wish and the answers beside it, in one transaction. */
final class AllowanceRows {
    private static final String SWEEP = "DELETE FROM answered WHERE at <= :before";

    private static final String MINE =
            "SELECT id, at FROM answered WHERE event IN (<events>) ORDER BY id LIMIT 1";

    /** Of the answers that come before the wish, the one that has to be an hour old. */
    static final String IN_CHANNEL =
            """
            SELECT at FROM answered WHERE channel = :channel AND (at, id) < (:at, :id)
            ORDER BY at DESC, id DESC LIMIT 1 OFFSET :most - 1
            """;

    static final String OF_PERSON =
            """
            SELECT at FROM answered
            WHERE channel = :channel AND person = :person AND (at, id) < (:at, :id)
            ORDER BY at DESC, id DESC LIMIT 1 OFFSET :most - 1
            """;

    private static final String ADD =
            """
            INSERT INTO answered (event, channel, person, at)
            VALUES (:event, :channel, :person, :at)
            """;

    private final Handle handle;
    private final Allowance.Wish wish;
    private final Instant now;
    private final Optional<Mine> mine;

    /** The row of the wish. */
    private record Mine(long id, Instant at) {}

    AllowanceRows(Handle handle, Allowance.Wish wish, Instant now) {
        this.handle = handle;
        this.wish = wish;
        this.now = now;
        this.mine =
                handle.createQuery(MINE)
                        .bindList("events", wish.events().stream().map(this::key).toList())
                        .map((row, context) ->
                                new Mine(row.getLong("id"), Columns.instant(row, "at")))
                        .findOne();
    }

    private String key(EventId event) {
        return wish.channel().workspace().platform().label() + "/" + event;
    }

    boolean isTaken() {
        return mine.filter(row -> !row.at().isAfter(now)).isPresent();
    }

    Grant take(Allowance.Quota quota) {
        if (isTaken()) {
            return new Grant.Taken();
        }
        sweep();
        Optional<LimitReached> limit = limit(quota);
        if (limit.isEmpty()) {
            keep(now);
            return new Grant.Taken();
        }
        Instant until = limit.get().until();
        boolean waits = quota.waits() && !until.isAfter(now.plus(Allowance.LONGEST_WAIT));
        if (waits) {
            keep(until);
        } else {
            mine.ifPresent(this::drop);
        }
        return new Grant.Later(limit.get(), waits);
    }

    private void sweep() {
        int _ =
                handle.createUpdate(SWEEP)
                        .bind("before", Timestamps.micros(now.minus(Allowance.HOUR)))
                        .execute();
    }

    /** The limit that lasts longest, when one holds the wish back. */
    private Optional<LimitReached> limit(Allowance.Quota quota) {
        Optional<LimitReached> channel =
                limit(LimitReached.Whose.CHANNEL, IN_CHANNEL, quota.perChannel());
        Optional<LimitReached> person =
                limit(LimitReached.Whose.PERSON, OF_PERSON, quota.perPerson());
        return channel.filter(it -> person.isEmpty() || !person.get().until().isAfter(it.until()))
                .or(() -> person);
    }

    private Optional<LimitReached> limit(LimitReached.Whose whose, String sql, OptionalInt most) {
        if (most.isEmpty()) {
            return Optional.empty();
        }
        return handle.createQuery(sql)
                .bind("channel", wish.channel().toString())
                .bind("person", wish.person().value())
                .bind("at", mine.map(row -> Timestamps.micros(row.at())).orElse(Long.MAX_VALUE))
                .bind("id", mine.map(Mine::id).orElse(Long.MAX_VALUE))
                .bind("most", most.getAsInt())
                .map((row, context) -> Columns.instant(row, "at").plus(Allowance.HOUR))
                .findOne()
                .filter(until -> until.isAfter(now))
                .map(until -> new LimitReached(whose, most.getAsInt(), until));
    }

    /** The wish counts at that time. */
    private void keep(Instant at) {
        if (mine.isPresent()) {
            int _ =
                    handle.createUpdate("UPDATE answered SET at = :at WHERE id = :id")
                            .bind("at", Timestamps.micros(at))
                            .bind("id", mine.get().id())
                            .execute();
        } else {
            int _ =
                    handle.createUpdate(ADD)
                            .bind("event", key(wish.events().getLast()))
                            .bind("channel", wish.channel().toString())
                            .bind("person", wish.person().value())
                            .bind("at", Timestamps.micros(at))
                            .execute();
        }
    }

    private void drop(Mine row) {
        int _ =
                handle.createUpdate("DELETE FROM answered WHERE id = :id")
                        .bind("id", row.id())
                        .execute();
    }
}
