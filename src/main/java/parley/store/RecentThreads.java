package parley.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.chat.WorkspaceId;
import parley.claude.ContentBlock;
import parley.conversation.Asked;

/** The threads in which a person asked last. */
final class RecentThreads {
    /** The inner limit bounds the work for whoever asked most. */
    static final String THREADS =
            """
            SELECT c.id, c.thread, max(mine.asked_at) AS asked
            FROM (SELECT conversation_id, asked_at FROM turn WHERE asker_id = :person
                ORDER BY asked_at DESC LIMIT 1000) mine
            JOIN conversation c ON c.id = mine.conversation_id
                AND c.platform = :platform AND c.workspace = :workspace
            GROUP BY c.id, c.thread
            ORDER BY asked DESC, c.id DESC LIMIT :limit
            """;

    /** Of somebody who asked there: others may have written before the bot was called. */
    static final String OPENING =
            """
            SELECT said.content FROM turn said
            WHERE said.id > :conversation * 1048576 AND said.id < (:conversation + 1) * 1048576
                AND said.role = 'USER' AND said.content <> '[]'
                AND said.author_id IN (SELECT answer.asker_id FROM turn answer
                    WHERE answer.id > :conversation * 1048576
                        AND answer.id < (:conversation + 1) * 1048576
                        AND answer.role = 'ASSISTANT')
            ORDER BY said.id LIMIT 1
            """;

    private RecentThreads() {}

    private record Place(long conversation, ThreadId thread, Instant at) {}

    static List<Asked> of(Handle handle, WorkspaceId workspace, UserId person, int most) {
        return handle
                .createQuery(THREADS)
                .bind("person", person.value())
                .bind("platform", workspace.platform().label())
                .bind("workspace", workspace.value())
                .bind("limit", most)
                .map((row, context) ->
                        new Place(
                                row.getLong("id"),
                                ThreadId.parse(row.getString("thread")),
                                Columns.instant(row, "asked")))
                .list()
                .stream()
                .flatMap(place -> asked(handle, place).stream())
                .toList();
    }

    private static Optional<Asked> asked(Handle handle, Place place) {
        return opening(handle, place.conversation)
                .map(text -> new Asked(place.thread, text, place.at));
    }

    private static Optional<String> opening(Handle handle, long conversation) {
        return handle.createQuery(OPENING)
                .bind("conversation", conversation)
                .map((row, context) -> text(row.getString("content")))
                .findOne();
    }

    private static String text(String content) {
        return Json.readBlocks(content).stream()
                .flatMap(block ->
                        block instanceof ContentBlock.Text words
                                ? Optional.of(words.text()).stream()
                                : Optional.<String>empty().stream())
                .findFirst()
                .orElse("");
    }
}
