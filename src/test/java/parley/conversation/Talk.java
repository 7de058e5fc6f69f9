package parley.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.chat.Author;
import parley.chat.MessageId;
import parley.chat.Reference;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.claude.ContentBlock;
import parley.claude.ModelId;

/** Makes histories for tests. */
final class Talk {
    static final ThreadId THREAD = ThreadId.parse("web/parley/general/1");
    static final Author ADA = new Author(new UserId("ada"), "Ada Lovelace");
    static final Author GRACE = new Author(new UserId("grace"), "Grace Hopper");
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final List<Turn> turns = new ArrayList<>();

    Talk says(Author author, String text) {
        List<ContentBlock> content =
                text.isEmpty() ? List.of() : List.of(new ContentBlock.Text(text));
        turns.add(
                new Turn.UserTurn(
                        next(),
                        new MessageId("m" + next()),
                        author,
                        NOON,
                        content,
                        Optional.empty()));
        return this;
    }

    /** A message with what is stored behind its words. */
    Talk sends(Author author, String text, ContentBlock... files) {
        List<ContentBlock> content = new ArrayList<>();
        content.add(new ContentBlock.Text(text));
        content.addAll(List.of(files));
        turns.add(
                new Turn.UserTurn(
                        next(),
                        new MessageId("m" + next()),
                        author,
                        NOON,
                        content,
                        Optional.of("Remark " + next() + ".")));
        return this;
    }

    Talk answers(String text) {
        return answers("", new ContentBlock.Text(text));
    }

    Talk answers(String prefixHash, ContentBlock... content) {
        turns.add(
                new Turn.AssistantTurn(
                        next(),
                        new Reference("T-" + next()),
                        Optional.of(new ModelId("m")),
                        prefixHash,
                        List.of(content)));
        return this;
    }

    private long next() {
        return turns.size() + 1L;
    }

    List<Turn> turns() {
        return turns;
    }

    Conversation history() {
        return new Conversation(THREAD, turns);
    }
}
