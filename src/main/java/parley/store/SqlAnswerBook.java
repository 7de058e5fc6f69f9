package parley.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import parley.chat.ChannelId;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.claude.ModelId;
import parley.claude.Usage;
import parley.command.AnswerBook;
import parley.command.AnswerFacts;
import parley.conversation.CompletedTurn;
import parley.prompt.PersonaId;
import parley.usage.Cost;
import parley.usage.ModelReason;

/** Tells of answers by their rows, without their texts. */
public final class SqlAnswerBook implements AnswerBook {
    private static final String FACTS =
            """
            SELECT t.reference, c.thread, t.asker_id, t.asker_name, t.asked_at, t.outcome, t.persona,
                t.persona_version, t.persona_hash, t.model, t.model_reason, t.stop_reason,
                t.input_tokens, t.output_tokens, t.cache_write_tokens, t.cache_read_tokens,
                t.estimated, t.cost_micros, t.request_id, t.note, t.missed, t.started_at,
                t.finished_at
            FROM turn t JOIN conversation c ON c.id = t.conversation_id
            """;

    private static final String FIND = FACTS + "WHERE t.reference = :reference";

    static final String OF_THREAD =
            FACTS
                    + """
                    WHERE c.thread = :thread AND t.role = 'ASSISTANT'
                        AND t.id > c.id * 1048576 AND t.id < (c.id + 1) * 1048576
                    ORDER BY t.id DESC LIMIT 1
                    """;

    /** The last answer of each thread by a range of the key; then the newest of these. */
    static final String OF_CHANNEL =
            FACTS
                    + """
                    WHERE t.id IN (
                        SELECT (SELECT last.id FROM turn last
                            WHERE last.id > recent.id * 1048576
                                AND last.id < (recent.id + 1) * 1048576
                                AND last.role = 'ASSISTANT'
                            ORDER BY last.id DESC LIMIT 1)
                        FROM (SELECT id FROM conversation
                            WHERE platform = :platform AND workspace = :workspace
                                AND channel = :channel
                            ORDER BY id DESC LIMIT 1000) recent)
                    ORDER BY CASE WHEN t.finished_at > t.asked_at THEN t.finished_at
                        ELSE t.asked_at END DESC, t.id DESC LIMIT 1
                    """;

    private static final RowMapper<AnswerFacts> ANSWER =
            (row, context) ->
                    new AnswerFacts(
                            new Reference(row.getString("reference")),
                            ThreadId.parse(row.getString("thread")),
                            TurnRows.asker(row),
                            Columns.instant(row, "asked_at"),
                            row.getString("outcome") == null
                                    ? Optional.empty()
                                    : Optional.of(finished(row)));

    private final Database database;

    public SqlAnswerBook(Database database) {
        this.database = database;
    }

    private static AnswerFacts.Finished finished(ResultSet row) throws SQLException {
        return new AnswerFacts.Finished(
                words(row.getString("outcome")),
                new PersonaId(row.getString("persona")),
                row.getInt("persona_version"), // 0 for NULL, which rows of before have
                row.getString("persona_hash"),
                new ModelId(row.getString("model")),
                Columns.optional(row, "model_reason").map(ModelReason::valueOf),
                Columns.optional(row, "stop_reason").map(reason -> reason.toLowerCase(Locale.ROOT)),
                new Usage(
                        row.getLong("input_tokens"),
                        row.getLong("output_tokens"),
                        row.getLong("cache_write_tokens"),
                        row.getLong("cache_read_tokens")),
                row.getBoolean("estimated"),
                Columns.optionalLong(row, "cost_micros").map(Cost::new),
                row.getString("request_id"),
                CompletedTurn.told(Columns.optional(row, "note"), Columns.optional(row, "missed")),
                Columns.instant(row, "started_at"),
                Columns.instant(row, "finished_at"));
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public Optional<AnswerFacts> find(Reference answer) {
        return database.read(
                handle -> answer(handle.createQuery(FIND).bind("reference", answer.value())));
    }

    @Override
    public Optional<AnswerFacts> newest(ThreadId thread) {
        return database.read(
                handle -> answer(handle.createQuery(OF_THREAD).bind("thread", thread.toString())));
    }

    @Override
    public Optional<AnswerFacts> newest(ChannelId channel) {
        return database.read(handle ->
                answer(
                        handle.createQuery(OF_CHANNEL)
                                .bind("platform", channel.workspace().platform().label())
                                .bind("workspace", channel.workspace().value())
                                .bind("channel", channel.value())));
    }

    private static Optional<AnswerFacts> answer(Query query) {
        return query.map(ANSWER).findOne();
    }
}
