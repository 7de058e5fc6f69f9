package parley.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import parley.chat.Reference;
import parley.claude.ModelId;
import parley.claude.StopReason;
import parley.claude.Usage;
import parley.conversation.CompletedTurn;
import parley.conversation.Outcome;
import parley.conversation.UnknownTurnException;
import parley.inbox.EntryState;
import parley.prompt.PersonaId;
import parley.usage.Cost;
import parley.usage.ModelReason;

/** A completed answer in its row. */
final class AnswerRow {
    /** What was spent stays: the tries of a turn add up. */
    static final String SPEND =
            """
             input_tokens = coalesce(input_tokens, 0) + :input,
                output_tokens = coalesce(output_tokens, 0) + :output,
                cache_write_tokens = coalesce(cache_write_tokens, 0) + :cacheWrite,
                cache_read_tokens = coalesce(cache_read_tokens, 0) + :cacheRead,
                cost_micros = CASE WHEN :cost IS NOT NULL
                    THEN coalesce(cost_micros, 0) + :cost ELSE cost_micros END
            """;

    private static final String COMPLETE =
            """
            UPDATE turn SET outcome = :outcome, persona = :persona, persona_version = :personaVersion,
                persona_hash = :personaHash,
                model = :model, model_reason = :modelReason, text = :text,
                content = :content, prefix_hash = :prefixHash,
                stop_reason = :stopReason, detail = :detail, request_id = :requestId,
                estimated = :estimated,
                note = :note, footer = :footer, started_at = :startedAt, finished_at = :finishedAt,
                standing = NULL, missed = NULL, missed_at = NULL,
            """
                    + SPEND
                    + " WHERE reference = :reference AND outcome IS NULL";

    static final String EMPTY =
            """
            UPDATE turn SET outcome = NULL, persona = NULL, persona_version = NULL, persona_hash = NULL,
                model = NULL, model_reason = NULL, text = NULL, content = '[]', prefix_hash = NULL,
                stop_reason = NULL, detail = NULL, request_id = NULL,
                estimated = NULL, note = NULL, footer = NULL, started_at = NULL, finished_at = NULL,
                standing = NULL, missed = NULL, missed_at = NULL
            WHERE reference = :reference
            """;

    private AnswerRow() {}

    static CompletedTurn read(ResultSet row) throws SQLException {
        return new CompletedTurn(
                new Reference(row.getString("reference")),
                Outcome.valueOf(row.getString("outcome")),
                new PersonaId(row.getString("persona")),
                row.getInt("persona_version"), // 0 for NULL, which rows of before have
                row.getString("persona_hash"),
                new ModelId(row.getString("model")),
                Columns.optional(row, "model_reason")
                        .map(ModelReason::valueOf)
                        .orElse(ModelReason.PERSONA),
                row.getString("text"),
                Json.readBlocks(row.getString("content")),
                row.getString("prefix_hash"),
                Columns.optional(row, "stop_reason").map(StopReason::valueOf),
                row.getString("detail"),
                row.getString("request_id"),
                usage(row),
                row.getBoolean("estimated"),
                Columns.optionalLong(row, "cost_micros").map(Cost::new),
                Columns.optional(row, "note"),
                Columns.optional(row, "missed"),
                Columns.optional(row, "footer"),
                Columns.instant(row, "started_at"),
                Columns.instant(row, "finished_at"));
    }

    private static Usage usage(ResultSet row) throws SQLException {
        return new Usage(
                row.getLong("input_tokens"),
                row.getLong("output_tokens"),
                row.getLong("cache_write_tokens"),
                row.getLong("cache_read_tokens"));
    }

    /** The answer that stands now; one that was completed before stays as it is. */
    static CompletedTurn complete(Handle handle, CompletedTurn turn) {
        boolean wordless = turn.missed().isPresent();
        if (!(wordless && EarlierAnswer.standsFor(handle, turn))) {
            write(handle, turn);
        }
        JournalRows.move(
                handle, turn.reference(), List.of(EntryState.ANSWERING), EntryState.ANSWERED);
        return find(handle, turn.reference());
    }

    private static void write(Handle handle, CompletedTurn turn) {
        Update update = handle.createUpdate(COMPLETE);
        bindAnswer(update, turn);
        bindSpent(update, turn);
        int _ = update.execute();
    }

    private static CompletedTurn find(Handle handle, Reference reference) {
        return handle.createQuery("SELECT * FROM turn WHERE reference = :reference")
                .bind("reference", reference.value())
                .map((row, context) -> read(row))
                .findOne()
                .orElseThrow(() -> new UnknownTurnException(reference));
    }

    private static void bindAnswer(Update update, CompletedTurn turn) {
        update.bind("outcome", turn.outcome().name())
                .bind("persona", turn.persona().value())
                .bind("personaVersion", turn.personaVersion())
                .bind("personaHash", turn.personaHash())
                .bind("model", turn.model().value())
                .bind("modelReason", turn.modelReason().name())
                .bind("text", turn.text())
                .bind("content", Json.writeBlocks(turn.content()))
                .bind("prefixHash", turn.prefixHash())
                .bind("stopReason", turn.stopReason().map(Enum::name))
                .bind("detail", turn.detail())
                .bind("note", turn.note())
                .bind("footer", turn.footer())
                .bind("requestId", turn.requestId())
                .bind("startedAt", Timestamps.micros(turn.startedAt()));
    }

    static void bindSpent(Update update, CompletedTurn turn) {
        Optional<Long> cost = turn.cost().map(Cost::microDollars);
        update.bind("reference", turn.reference().value())
                .bind("input", turn.usage().input())
                .bind("output", turn.usage().output())
                .bind("cacheWrite", turn.usage().cacheWrite())
                .bind("cacheRead", turn.usage().cacheRead())
                .bind("estimated", turn.estimated())
                .bind("cost", cost)
                .bind("finishedAt", Timestamps.micros(turn.finishedAt()));
    }

    /** Makes an answer as if it had just begun; its messages stay known, and what was spent. */
    static void empty(Handle handle, Reference reference) {
        int _ = handle.createUpdate(EMPTY).bind("reference", reference.value()).execute();
    }
}
