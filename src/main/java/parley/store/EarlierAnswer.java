package parley.store;

import org.jdbi.v3.core.Handle;
import parley.chat.Reference;
import parley.conversation.CompletedTurn;

/**
 * The answer that keeps its row while another one is asked for in its place: it is given up for the
 * words of that one, and for nothing else.
 */
final class EarlierAnswer {
    private static final String TEXT =
            "SELECT coalesce(text, '') FROM turn WHERE reference = :reference";

    private static final String KEEP =
            """
            UPDATE turn SET standing = coalesce(outcome, standing), outcome = NULL
            WHERE reference = :reference
            """;

    /** What was erased meanwhile stands no more. */
    private static final String STAND =
            "UPDATE turn SET outcome = standing, standing = NULL, missed = :missed,"
                    + " missed_at = :finishedAt,"
                    + AnswerRow.SPEND
                    + ", estimated = CASE WHEN :estimated THEN :estimated ELSE estimated END"
                    + " WHERE reference = :reference AND outcome IS NULL"
                    + " AND standing IS NOT NULL AND text <> ''";

    private static final String GIVE_UP = AnswerRow.EMPTY + " AND standing IS NOT NULL";

    private static final String RETURN =
            """
            UPDATE turn SET outcome = standing, standing = NULL
            WHERE reference = :reference AND outcome IS NULL AND standing IS NOT NULL
            """;

    private EarlierAnswer() {}

    /** Lets another answer be asked for; its messages stay known, and what was spent. */
    static void layAside(Handle handle, Reference reference) {
        String text =
                handle.createQuery(TEXT)
                        .bind("reference", reference.value())
                        .mapTo(String.class)
                        .one();
        if (text.isBlank()) {
            AnswerRow.empty(handle, reference);
        } else {
            int _ = handle.createUpdate(KEEP).bind("reference", reference.value()).execute();
        }
    }

    /** Lets it stand instead of that one, which has no words; false when there is none to stand. */
    static boolean standsFor(Handle handle, CompletedTurn wordless) {
        var update = handle.createUpdate(STAND).bind("missed", wordless.missed());
        AnswerRow.bindSpent(update, wordless);
        return update.execute() > 0;
    }

    /** Forgets it while another one is asked for; does nothing otherwise. */
    static void giveUp(Handle handle, Reference reference) {
        int _ = handle.createUpdate(GIVE_UP).bind("reference", reference.value()).execute();
    }

    /** Lets it stand although nothing came of the question. */
    static void comeBack(Handle handle, Reference reference) {
        int _ = handle.createUpdate(RETURN).bind("reference", reference.value()).execute();
    }
}
