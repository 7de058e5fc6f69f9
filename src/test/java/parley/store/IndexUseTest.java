package parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The reads that must stay fast among millions of rows use the index made for them. */
final class IndexUseTest {
    private final TestDatabase test = new TestDatabase();

    @AfterEach
    void close() {
        test.close();
    }

    private List<String> plan(String sql) {
        return test.get()
                .read(handle -> {
                    var query = handle.createQuery("EXPLAIN QUERY PLAN " + sql);
                    for (String name :
                            List.of(
                                    "thread",
                                    "reference",
                                    "channel",
                                    "person",
                                    "platform",
                                    "workspace",
                                    "message",
                                    "event",
                                    "persona",
                                    "nobody",
                                    "gone",
                                    "of")) {
                        if (sql.contains(":" + name)) {
                            query.bind(name, "x");
                        }
                    }
                    for (String name :
                            List.of(
                                    "limit",
                                    "conversation",
                                    "most",
                                    "at",
                                    "id",
                                    "upTo",
                                    "before",
                                    "after",
                                    "now",
                                    "last")) {
                        if (sql.contains(":" + name)) {
                            query.bind(name, 1);
                        }
                    }
                    return query.map((row, context) -> row.getString("detail")).list();
                });
    }

    @Test
    void plans_ofHotReads_scanNoTable() {
        assertThat(plan(JournalRows.OPEN_OF_THREAD))
                .containsExactly("SEARCH journal USING INDEX journal_open (thread=?)");
        assertThat(plan(SqlJournal.UNFINISHED))
                .first()
                .asString()
                .contains("INDEX journal_unfinished");
        assertThat(plan(SqlJournal.UNAPPLIED))
                .hasSize(1)
                .first()
                .asString()
                .contains("USING INDEX journal_amendment");
        assertThat(plan(TurnRows.BEFORE))
                .noneMatch(step -> step.startsWith("SCAN") || step.contains("TEMP B-TREE"));
        assertThat(plan(FileRows.SIZES))
                .noneMatch(step -> step.startsWith("SCAN") || step.contains("TEMP B-TREE"));
        assertThat(plan(SqlConversationStore.PARTICIPANTS))
                .noneMatch(step -> step.startsWith("SCAN"));
        assertThat(plan(RecentThreads.THREADS))
                .anyMatch(step -> step.contains("INDEX turn_asker (asker_id=?)"))
                .noneMatch(step -> step.startsWith("SCAN") && !step.equals("SCAN mine"));
        assertThat(plan(RecentThreads.OPENING)).noneMatch(step -> step.startsWith("SCAN"));
        assertThat(plan(SqlWhereabouts.THREAD_OF)).noneMatch(step -> step.startsWith("SCAN"));
        assertThat(plan(SqlWhereabouts.HEARD_IN)).noneMatch(step -> step.startsWith("SCAN"));
        assertThat(plan(SqlWhereabouts.NEWEST)).noneMatch(step -> step.startsWith("SCAN"));
        assertThat(plan(SqlConversationStore.BEGAN))
                .noneMatch(step -> step.startsWith("SCAN journal"));
        assertThat(plan(SqlWhereabouts.ALIVE))
                .containsExactly(
                        "SEARCH thread_life USING COVERING INDEX thread_life_due (channel=? AND"
                                + " last_at>?)");
        assertThat(plan(SqlWhereabouts.SAID)).noneMatch(step -> step.startsWith("SCAN"));
        assertThat(plan(SqlWhereabouts.RECENT))
                .noneMatch(step -> step.startsWith("SCAN") || step.contains("TEMP B-TREE"));
        assertThat(plan(AllowanceRows.IN_CHANNEL))
                .hasSize(1)
                .first()
                .asString()
                .contains("INDEX answered_channel (channel=?");
        assertThat(plan(AllowanceRows.OF_PERSON))
                .hasSize(1)
                .first()
                .asString()
                .contains("INDEX answered_person (channel=? AND person=?");
        assertThat(plan(SqlAnswerBook.OF_THREAD))
                .noneMatch(step -> step.startsWith("SCAN") || step.contains("TEMP B-TREE"));
        assertThat(plan(SqlAnswerBook.OF_CHANNEL))
                .anyMatch(step -> step.contains("INDEX conversation_channel"))
                .noneMatch(step -> step.startsWith("SCAN") && !step.equals("SCAN recent"));
        assertThat(plan(SqlMessageLog.THREAD))
                .hasSize(1)
                .first()
                .asString()
                .contains("chat_message_thread (thread=?)");
        assertThat(plan(UntoldRows.OF_PLATFORM))
                .contains("SEARCH untold USING PRIMARY KEY (channel>? AND channel<?)");
        assertThat(plan(SqlMessageLog.THREADS))
                .noneMatch(step -> step.startsWith("SCAN") || step.contains("TEMP B-TREE"));
    }

    @Test
    void plans_ofChannelsLastUsed_walkOverTheWorkspaceInTheIndex() {
        for (String sql : List.of(SqlWhereabouts.LAST_USED, SqlWhereabouts.USED)) {
            assertThat(plan(sql))
                    .contains(
                            "SEARCH thread_life USING COVERING INDEX thread_life_due (channel>? AND"
                                    + " channel<?)");
        }
    }

    @Test
    void plans_ofPersonaVersions_readOneRowAndCountInTheIndex() {
        assertThat(plan(SqlPersonaVersions.NEWEST))
                .noneMatch(step -> step.startsWith("SCAN") || step.contains("TEMP B-TREE"))
                .anyMatch(step ->
                        step.contains(
                                "o USING COVERING INDEX persona_version_of"
                                        + " (workspace=? AND persona=? AND id<?)"));
        assertThat(plan(SqlPersonaVersions.CHANGED))
                .singleElement()
                .asString()
                .contains("COVERING INDEX persona_version_of (workspace=?)");
        assertThat(plan(SqlPersonaVersions.HISTORY))
                .noneMatch(step -> step.startsWith("SCAN persona_version"));
    }

    @Test
    void plans_ofForgetting_scanNoTable() {
        assertThat(plan(ThreadLife.DUE))
                .containsExactly(
                        "SEARCH thread_life USING COVERING INDEX thread_life_due"
                                + " (channel=? AND (last_at,thread)>(?,?) AND last_at<?)");
        assertThat(plan(ThreadLife.CHANNELS))
                .noneMatch(step -> step.startsWith("SCAN thread_life"));
        assertThat(plan(PersonEvents.FIND))
                .containsExactly(
                        "SEARCH journal USING INDEX journal_author"
                                + " (platform=? AND author_id=? AND happened_at<?)");
        for (String sql :
                List.of(
                        SqlErasures.NEWEST,
                        SqlErasure.THEIRS,
                        SqlErasure.OTHERS,
                        SqlErasure.PRIVATE,
                        PersonTurns.FILES,
                        PersonTurns.MESSAGES,
                        PersonTurns.ANSWERS,
                        PersonTraces.FEEDBACK,
                        PersonBoard.ANSWERS,
                        PersonBoard.MESSAGES,
                        ThreadRemoval.FILES,
                        ThreadRemoval.TURNS,
                        ThreadRemoval.MESSAGES,
                        ThreadEvents.FIND)) {
            assertThat(plan(sql))
                    .as(sql)
                    .noneMatch(step ->
                            step.matches("SCAN (j|t|f|m|c|journal|turn|file)\\b(?!.*INDEX).*"));
        }
        assertThat(plan(PersonTurns.MESSAGES))
                .first()
                .asString()
                .contains("INDEX turn_author (author_id=?");
        assertThat(plan(PersonTurns.ANSWERS))
                .first()
                .asString()
                .contains("INDEX turn_asker (asker_id=?");
    }
}
