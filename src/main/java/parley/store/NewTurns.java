package parley.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import parley.chat.Author;
import parley.chat.ChannelId;
import parley.chat.MessageId;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.claude.ContentBlock;
import parley.conversation.Contribution;

/** Adds turns at the end of a conversation, beginning it where there is none. */
final class NewTurns {
    private static final String CONVERSATION =
            """
            INSERT INTO conversation (thread, platform, workspace, channel, started_at, last_ordinal)
            VALUES (:thread, :platform, :workspace, :channel, :at, :count)
            ON CONFLICT (thread) DO UPDATE SET last_ordinal = conversation.last_ordinal + :count
            RETURNING id, last_ordinal
            """;

    private static final String USER =
            """
            INSERT INTO turn (id, conversation_id, ordinal, role, message_id, author_id, author_name,
                sent_at, edited_at, content, note)
            VALUES (:conversation * 1048576 + :ordinal, :conversation, :ordinal, 'USER', :message, :author, :name, :at,
                (SELECT edited_at FROM journal WHERE thread = :thread AND message_id = :message
                    AND kind IN ('MENTION', 'THREAD_REPLY', 'DIRECT_MESSAGE')),
                :content, :remark)
            """;

    private static final String ASSISTANT =
            """
            INSERT INTO turn (id, conversation_id, ordinal, role, reference, asker_id, asker_name,
                asked_at, question, content)
            VALUES (:conversation * 1048576 + :ordinal, :conversation, :ordinal, 'ASSISTANT', :reference, :author, :name, :at, :question, '[]')
            """;

    private NewTurns() {}

    /**
     * What a person said.
     *
     * @param content the words first, then the files
     */
    record Words(
            MessageId message,
            Author author,
            Instant at,
            List<ContentBlock> content,
            Optional<String> remark) {

        static Words of(Contribution message) {
            List<ContentBlock> content = new ArrayList<>();
            content.add(new ContentBlock.Text(message.text()));
            content.addAll(message.files());
            return new Words(
                    message.said().message(),
                    message.author(),
                    message.said().at(),
                    content,
                    message.remark());
        }
    }

    private record Place(long conversation, long last) {}

    /**
     * Adds the words, then an empty answer to the one who asked.
     *
     * @param since when the first of what is answered was said
     * @param about the message that the answer refers to
     */
    static void add(
            Handle handle,
            ThreadId thread,
            Instant since,
            List<Words> said,
            Words question,
            Optional<MessageId> about,
            Reference answer) {
        Place place = reserve(handle, thread, since, said.size() + 1);
        long ordinal = place.last - said.size();
        for (Words words : said) {
            addUser(handle, thread, place.conversation, ordinal++, words);
        }
        handle.createUpdate(ASSISTANT)
                .bind("conversation", place.conversation)
                .bind("ordinal", place.last)
                .bind("reference", answer.value())
                .bind("author", question.author().id().value())
                .bind("name", question.author().name())
                .bind("at", Timestamps.micros(question.at()))
                .bind("question", about.map(MessageId::value))
                .execute();
    }

    private static Place reserve(Handle handle, ThreadId thread, Instant at, int count) {
        ChannelId channel = thread.channel();
        return handle.createQuery(CONVERSATION)
                .bind("thread", thread.toString())
                .bind("platform", thread.platform().label())
                .bind("workspace", channel.workspace().value())
                .bind("channel", channel.value())
                .bind("at", Timestamps.micros(at))
                .bind("count", count)
                .map((row, context) -> new Place(row.getLong("id"), row.getLong("last_ordinal")))
                .one();
    }

    private static void addUser(
            Handle handle, ThreadId thread, long conversation, long ordinal, Words words) {
        handle.createUpdate(USER)
                .bind("thread", thread.toString())
                .bind("conversation", conversation)
                .bind("ordinal", ordinal)
                .bind("message", words.message().value())
                .bind("author", words.author().id().value())
                .bind("name", words.author().name())
                .bind("at", Timestamps.micros(words.at()))
                .bind("content", Json.writeBlocks(FileRows.places(words.content())))
                .bind("remark", words.remark())
                .execute();
        FileRows.add(handle, conversation, ordinal, words.content());
    }
}
