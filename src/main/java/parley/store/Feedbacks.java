package parley.store;

import java.util.List;
import parley.chat.Reference;
import parley.chat.UserId;
import parley.conversation.Feedback;

/** What people think of answers, one word each. */
final class Feedbacks {
    private static final String KEEP =
            """
            INSERT INTO feedback (turn, user_id, liked, said_at)
            VALUES (:turn, :user, :liked, :at)
            ON CONFLICT (turn, user_id) DO UPDATE SET
                liked = excluded.liked, said_at = excluded.said_at
            WHERE excluded.said_at >= feedback.said_at
            """;

    private static final String FIND =
            "SELECT user_id, liked, said_at FROM feedback WHERE turn = :turn"
                    + " ORDER BY said_at, user_id";

    private final Database database;

    Feedbacks(Database database) {
        this.database = database;
    }

    void keep(Feedback feedback) {
        var _ =
                database.write(handle -> {
                    TurnRows.require(handle, feedback.turn());
                    return handle.createUpdate(KEEP)
                            .bind("turn", feedback.turn().value())
                            .bind("user", feedback.user().value())
                            .bind("liked", feedback.liked())
                            .bind("at", Timestamps.micros(feedback.at()))
                            .execute();
                });
    }

    List<Feedback> on(Reference turn) {
        return database.read(handle ->
                handle.createQuery(FIND)
                        .bind("turn", turn.value())
                        .map((row, context) ->
                                new Feedback(
                                        turn,
                                        new UserId(row.getString("user_id")),
                                        row.getBoolean("liked"),
                                        Columns.instant(row, "said_at")))
                        .list());
    }
}
