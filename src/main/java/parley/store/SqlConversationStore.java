package parley.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import parley.chat.Inbound;
import parley.chat.MessageId;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.chat.WorkspaceId;
import parley.conversation.Asked;
import parley.conversation.CompletedTurn;
import parley.conversation.Conversation;
import parley.conversation.ConversationStore;
import parley.conversation.Feedback;
import parley.conversation.FileRoom;
import parley.conversation.Material;
import parley.conversation.OpenTurn;
import parley.conversation.Outcome;
import parley.conversation.Turn;
import parley.conversation.TurnFacts;
import parley.inbox.Claim;
import parley.inbox.EntryState;

/** The conversations in SQL. */
public final class SqlConversationStore implements ConversationStore {
    private static final String POSTED =
            """
            INSERT INTO reply_message (turn, part, message_id) VALUES (:turn, :part, :message)
            ON CONFLICT (turn, part) DO UPDATE SET message_id = excluded.message_id, look = NULL
            """;

    /** The state is that of the newest entry: a retry's own, not its question's. */
    private static final String FIND =
            """
            SELECT t.asker_id, t.asker_name, t.outcome, c.thread,
                CASE WHEN t.outcome IS NOT NULL THEN coalesce(t.missed_at, t.finished_at) END
                    AS ended_at,
                NOT EXISTS (SELECT 1 FROM turn later
                    WHERE later.id > t.id AND later.id < (c.id + 1) * 1048576) AS newest,
                (SELECT j.state FROM journal j WHERE j.turn = t.reference
                    ORDER BY j.id DESC LIMIT 1) AS state
            FROM turn t JOIN conversation c ON c.id = t.conversation_id
            WHERE t.reference = :reference
            """;

    /** A question whose turn has not begun counts; what is noted stands in conversations only. */
    static final String BEGAN =
            """
            SELECT coalesce((SELECT started_at FROM conversation WHERE thread = :thread),
                (SELECT min(happened_at) FROM journal WHERE thread = :thread AND
            """
                    + JournalRows.OPEN
                    + ")) AS began";

    static final String PARTICIPANTS =
            """
            SELECT t.author_id AS author FROM conversation c
            JOIN turn t ON t.id > c.id * 1048576 AND t.id < (c.id + 1) * 1048576
                AND t.role = 'USER'
            WHERE c.thread = :thread
            UNION
            SELECT author_id FROM journal WHERE thread = :thread AND
            """
                    + JournalRows.OPEN;

    private final Database database;
    private final Feedbacks feedbacks;

    public SqlConversationStore(Database database) {
        this.database = database;
        this.feedbacks = new Feedbacks(database);
    }

    @Override
    public Optional<OpenTurn> begin(
            Claim claim, Reference fresh, String continuation, Material material) {
        return database.write(
                handle -> new TurnStart(handle, claim, fresh, continuation, material).begin());
    }

    @Override
    public boolean knows(ThreadId thread) {
        return database.read(handle ->
                handle.createQuery("SELECT 1 FROM conversation WHERE thread = :thread")
                        .bind("thread", thread.toString())
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
    }

    @Override
    public Optional<Instant> began(ThreadId thread) {
        return database.read(handle ->
                handle.createQuery(BEGAN)
                        .bind("thread", thread.toString())
                        .map((row, context) -> Columns.optionalLong(row, "began"))
                        .one()
                        .map(Timestamps::instant));
    }

    @Override
    public Conversation before(OpenTurn turn, FileRoom files) {
        String reference = turn.reference().value();
        return database.read(handle -> {
            List<Turn> turns =
                    handle.createQuery(TurnRows.BEFORE)
                            .bind("thread", turn.thread().toString())
                            .bind("reference", reference)
                            .map(TurnRows.TURN)
                            .list();
            return new Conversation(turn.thread(), FileRows.fill(handle, reference, turns, files));
        });
    }

    @Override
    public long fileBytes(Reference turn) {
        return database.read(handle -> FileRows.bytes(handle, turn.value()));
    }

    @Override
    public Optional<String> text(Reference turn) {
        return database.read(handle ->
                handle.createQuery(
                                "SELECT text FROM turn WHERE reference = :reference AND text IS NOT"
                                        + " NULL")
                        .bind("reference", turn.value())
                        .mapTo(String.class)
                        .findOne());
    }

    @Override
    public void posted(Reference turn, int part, MessageId message) {
        var _ =
                database.write(handle -> {
                    TurnRows.require(handle, turn);
                    return handle.createUpdate(POSTED)
                            .bind("turn", turn.value())
                            .bind("part", part)
                            .bind("message", message.value())
                            .execute();
                });
    }

    @Override
    public void looks(Reference turn, int part, Optional<String> look) {
        var _ =
                database.write(handle ->
                        handle.createUpdate(
                                        "UPDATE reply_message SET look = :look WHERE turn = :turn"
                                                + " AND part = :part")
                                .bind("look", look)
                                .bind("turn", turn.value())
                                .bind("part", part)
                                .execute());
    }

    @Override
    public void withdrawn(Reference turn, int fromPart) {
        var _ =
                database.write(handle ->
                        handle.createUpdate(
                                        "DELETE FROM reply_message WHERE turn = :turn AND part >="
                                                + " :part")
                                .bind("turn", turn.value())
                                .bind("part", fromPart)
                                .execute());
    }

    @Override
    public CompletedTurn complete(CompletedTurn turn) {
        return database.write(handle -> AnswerRow.complete(handle, turn));
    }

    @Override
    public void shown(Reference turn, boolean delivered) {
        var _ =
                database.write(handle -> {
                    JournalRows.move(
                            handle,
                            turn,
                            List.of(EntryState.ANSWERING, EntryState.ANSWERED),
                            delivered ? EntryState.DELIVERED : EntryState.FAILED);
                    if (!delivered) {
                        EarlierAnswer.comeBack(handle, turn);
                    }
                    return true;
                });
    }

    @Override
    public Optional<Reference> edit(Inbound.Edited edit, String words) {
        return database.write(handle ->
                new Amendments(handle, edit.thread(), edit.message(), edit.at())
                        .edit(edit.text(), words));
    }

    @Override
    public Optional<Reference> delete(ThreadId thread, MessageId message, Instant at) {
        return database.writeAndScrub(
                handle -> new Amendments(handle, thread, message, at).delete());
    }

    @Override
    public Optional<Reference> answering(ThreadId thread, MessageId message) {
        return database.read(handle -> Amendments.underWay(handle, thread, message));
    }

    @Override
    public Optional<TurnFacts> find(Reference turn) {
        return database.read(handle ->
                handle.createQuery(FIND)
                        .bind("reference", turn.value())
                        .map((row, context) ->
                                new TurnFacts(
                                        turn,
                                        ThreadId.parse(row.getString("thread")),
                                        TurnRows.asker(row),
                                        Columns.optional(row, "state")
                                                .map(EntryState::valueOf)
                                                .orElse(EntryState.DELIVERED),
                                        Columns.optional(row, "outcome").map(Outcome::valueOf),
                                        Columns.optionalLong(row, "ended_at")
                                                .map(Timestamps::instant),
                                        row.getBoolean("newest")))
                        .findOne());
    }

    @Override
    public List<Asked> recent(WorkspaceId workspace, UserId person, int most) {
        return database.read(handle -> RecentThreads.of(handle, workspace, person, most));
    }

    @Override
    public Set<UserId> participants(ThreadId thread) {
        return database.read(handle -> participants(handle, thread));
    }

    private static Set<UserId> participants(Handle handle, ThreadId thread) {
        return Set.copyOf(
                handle.createQuery(PARTICIPANTS)
                        .bind("thread", thread.toString())
                        .map((row, context) -> new UserId(row.getString("author")))
                        .list());
    }

    @Override
    public void feedback(Feedback feedback) {
        feedbacks.keep(feedback);
    }

    @Override
    public List<Feedback> feedbackOn(Reference turn) {
        return feedbacks.on(turn);
    }
}
