package parley.store;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import parley.chat.MessageId;
import parley.chat.ThreadId;
import parley.claude.ContentBlock;
import parley.conversation.FileRoom;
import parley.conversation.Turn;

/**
 * The bytes of people's files, apart from the turns that they belong to: a turn's content keeps
 * each file's place and all but its bytes, so that a history can be read without them.
 */
final class FileRows {
    private static final String ADD =
            """
            INSERT INTO file (turn_id, block, picture, size, data)
            VALUES (:conversation * 1048576 + :ordinal, :block, :picture, :size, :data)
            """;

    static final String SIZES =
            """
            SELECT f.turn_id, f.block, f.picture, f.size
            FROM turn answer
            JOIN file f ON f.turn_id > answer.conversation_id * 1048576 AND f.turn_id < answer.id
            WHERE answer.reference = :reference
            ORDER BY f.turn_id, f.block
            """;

    private static final String DATA =
            "SELECT data FROM file WHERE turn_id = :turn AND block = :block";

    private static final String FORGET =
            """
            DELETE FROM file WHERE turn_id =
                (SELECT t.id FROM turn t JOIN conversation c ON c.id = t.conversation_id
                WHERE c.thread = :thread AND t.message_id = :message)
            """;

    private static final long ORDINALS = 1_048_576;

    private FileRows() {}

    private record Place(long ordinal, int block) {}

    private record Row(long turn, int block, FileRoom.Size size) {
        Place place() {
            return new Place(turn % ORDINALS, block);
        }
    }

    /** Stores the bytes that the content holds. */
    static void add(Handle handle, long conversation, long ordinal, List<ContentBlock> content) {
        for (int block = 0; block < content.size(); block++) {
            String data = data(content.get(block));
            if (!data.isEmpty()) {
                byte[] bytes = Base64.getDecoder().decode(data);
                handle.createUpdate(ADD)
                        .bind("conversation", conversation)
                        .bind("ordinal", ordinal)
                        .bind("block", block)
                        .bind("picture", content.get(block) instanceof ContentBlock.Image)
                        .bind("size", bytes.length)
                        .bind("data", bytes)
                        .execute();
            }
        }
    }

    /** The content with the places of its files only. */
    static List<ContentBlock> places(List<ContentBlock> content) {
        return content.stream().map(block -> withData(block, "")).toList();
    }

    /** Puts back into the turns before that answer the bytes for which there is room. */
    static List<Turn> fill(Handle handle, String reference, List<Turn> turns, FileRoom room) {
        if (turns.stream().noneMatch(FileRows::hasPlaces)) {
            return turns;
        }
        List<Row> rows = sizes(handle, reference);
        int leftOut = room.leftOut(rows.stream().map(Row::size).toList());
        Map<Place, String> kept = new HashMap<>();
        for (Row row : rows.subList(leftOut, rows.size())) {
            read(handle, row).ifPresent(data -> kept.put(row.place(), data));
        }
        return turns.stream().map(turn -> filled(turn, kept)).toList();
    }

    /** Of all files before that answer together. */
    static long bytes(Handle handle, String reference) {
        return sizes(handle, reference).stream().mapToLong(row -> row.size().bytes()).sum();
    }

    private static List<Row> sizes(Handle handle, String reference) {
        return handle.createQuery(SIZES)
                .bind("reference", reference)
                .map((row, context) ->
                        new Row(
                                row.getLong("turn_id"),
                                row.getInt("block"),
                                new FileRoom.Size(row.getLong("size"), row.getBoolean("picture"))))
                .list();
    }

    /** Empty when it was deleted a moment ago. */
    private static Optional<String> read(Handle handle, Row row) {
        return handle.createQuery(DATA)
                .bind("turn", row.turn)
                .bind("block", row.block)
                .map((found, context) -> Base64.getEncoder().encodeToString(found.getBytes("data")))
                .findOne();
    }

    private static boolean hasPlaces(Turn turn) {
        return turn instanceof Turn.UserTurn && turn.content().stream().anyMatch(FileRows::isPlace);
    }

    private static boolean isPlace(ContentBlock block) {
        return switch (block) {
            case ContentBlock.Image image -> image.data().isEmpty();
            case ContentBlock.Document document -> document.data().isEmpty();
            default -> false;
        };
    }

    private static Turn filled(Turn turn, Map<Place, String> kept) {
        if (!(turn instanceof Turn.UserTurn said) || !hasPlaces(turn)) {
            return turn;
        }
        List<ContentBlock> content = new ArrayList<>();
        for (ContentBlock block : said.content()) {
            Place place = new Place(said.ordinal(), content.size());
            String data = kept.getOrDefault(place, "");
            content.add(
                    !isPlace(block)
                            ? block
                            : data.isEmpty() ? FileRoom.LEFT_OUT : withData(block, data));
        }
        return new Turn.UserTurn(
                said.ordinal(), said.message(), said.author(), said.at(), content, said.remark());
    }

    private static String data(ContentBlock block) {
        return switch (block) {
            case ContentBlock.Image image -> image.data();
            case ContentBlock.Document document -> document.data();
            default -> "";
        };
    }

    private static ContentBlock withData(ContentBlock block, String data) {
        return switch (block) {
            case ContentBlock.Image image -> new ContentBlock.Image(image.mediaType(), data);
            case ContentBlock.Document document ->
                    new ContentBlock.Document(document.mediaType(), data, document.title());
            default -> block;
        };
    }

    /** Where a file's bytes lie, and how many. */
    record Stored(long turn, int block, long size) {}

    static final RowMapper<Stored> STORED =
            (row, context) ->
                    new Stored(row.getLong("turn_id"), row.getInt("block"), row.getLong("size"));

    /** Removes them in small transactions; gives how many there were. */
    static long remove(Database database, List<Stored> files) {
        return Chunks.each(database, files, Stored::size, FileRows::remove);
    }

    private static long remove(Handle handle, List<Stored> files) {
        long removed = 0;
        for (Stored file : files) {
            removed +=
                    handle.createUpdate("DELETE FROM file WHERE turn_id = :turn AND block = :block")
                            .bind("turn", file.turn)
                            .bind("block", file.block)
                            .execute();
        }
        return removed;
    }

    static void forget(Handle handle, ThreadId thread, MessageId message) {
        handle.createUpdate(FORGET)
                .bind("thread", thread.toString())
                .bind("message", message.value())
                .execute();
    }
}
