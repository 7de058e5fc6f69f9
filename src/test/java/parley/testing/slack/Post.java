package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.testing.Json;

/** A message of a conversation. Guarded by the watch. */
final class Post {
    /** Whether a message is still being streamed, and how that ended. */
    enum Stream {
        NONE,
        RUNNING,
        /** By chat.stopStream. */
        COMPLETED,
        /** By Slack, as it was too old. */
        BROKEN,
        /** By a person. */
        STOPPED
    }

    final String ts;
    final Room room;
    final Optional<String> threadTs;
    final Person author;
    final String clientId;
    String text = "";
    Optional<String> subtype = Optional.empty();
    ArrayNode blocks = Json.array();
    Optional<JsonNode> metadata = Optional.empty();
    Optional<String> editedTs = Optional.empty();
    final List<StoredFile> files = new ArrayList<>();
    Stream stream = Stream.NONE;
    long streamSince;
    int edits;
    boolean tombstone;

    Post(String ts, Room room, Optional<String> threadTs, Person author, String clientId) {
        this.ts = ts;
        this.room = room;
        this.threadTs = threadTs;
        this.author = author;
        this.clientId = clientId;
    }

    boolean isReply() {
        return threadTs.isPresent();
    }

    /** The ts of its thread's root, which may be itself. */
    String root() {
        return threadTs.orElse(ts);
    }

    boolean streaming() {
        return stream == Stream.RUNNING;
    }
}
