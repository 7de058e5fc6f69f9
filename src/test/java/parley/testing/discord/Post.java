package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.testing.Json;

/** A message. Guarded by the watch. */
final class Post {
    /** Types of messages, by Discord's numbers. */
    static final int DEFAULT = 0;

    static final int THREAD_CREATED = 18;
    static final int REPLY = 19;
    static final int CHAT_INPUT_COMMAND = 20;
    static final int THREAD_STARTER = 21;
    static final int CONTEXT_MENU_COMMAND = 23;

    /** Flags of messages. */
    static final int SUPPRESS_EMBEDS = 1 << 2;

    static final int HAS_THREAD = 1 << 5;
    static final int EPHEMERAL = 1 << 6;
    static final int LOADING = 1 << 7;
    static final int SUPPRESS_NOTIFICATIONS = 1 << 12;
    static final int COMPONENTS_V2 = 1 << 15;

    /** What a message points to. */
    record Reference(long channel, long message) {}

    final long id;
    final Channel channel;
    final Person author;
    final int type;
    final Instant created;
    String content = "";
    Optional<Instant> edited = Optional.empty();
    int edits;
    int flags;
    ArrayNode embeds = Json.array();
    ArrayNode components = Json.array();
    List<StoredFile> files = new ArrayList<>();
    Optional<Reference> reference = Optional.empty();
    final Set<Long> mentions = new LinkedHashSet<>();
    final Set<Long> mentionedRoles = new LinkedHashSet<>();
    boolean mentionsEveryone;
    Optional<JsonNode> nonce = Optional.empty();
    Optional<Long> webhook = Optional.empty();

    /** Of the last write. */
    Optional<JsonNode> allowedMentions = Optional.empty();

    /** Of an answer to a command, button or modal. */
    Optional<JsonNode> interaction = Optional.empty();

    Post(long id, Channel channel, Person author, int type, Instant created) {
        this.id = id;
        this.channel = channel;
        this.author = author;
        this.type = type;
        this.created = created;
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }
}
