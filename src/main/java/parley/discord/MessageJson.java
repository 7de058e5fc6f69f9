package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A message as Discord sends it, live or in a history; what is missing reads as nothing. Pure.
 *
 * @see <a href="https://discord.com/developers/docs/resources/message#message-object">The message
 *     object</a>
 */
record MessageJson(JsonNode json) {
    static final int DEFAULT = 0;
    static final int REPLY = 19;
    static final int COMMAND = 20;
    static final int STARTER = 21;
    static final int MENU_COMMAND = 23;

    private static final int EPHEMERAL = 1 << 6;
    private static final int LOADING = 1 << 7;

    long id() {
        return json.path("id").asLong();
    }

    int type() {
        return json.path("type").asInt();
    }

    String content() {
        return json.path("content").asText("");
    }

    JsonNode author() {
        return json.path("author");
    }

    boolean isBy(long user) {
        return author().path("id").asLong() == user;
    }

    /** Whether it is for one person alone, or nothing but a promise yet. */
    boolean isPassing() {
        return (json.path("flags").asInt() & (EPHEMERAL | LOADING)) != 0;
    }

    boolean mentions(long user) {
        return each("mentions").anyMatch(person -> person.path("id").asLong() == user);
    }

    boolean mentionsRole(long role) {
        return each("mention_roles").anyMatch(id -> id.asLong() == role);
    }

    /** The message that this one is a reply to, where Discord still has it. */
    Optional<MessageJson> repliedTo() {
        return Optional.of(json.path("referenced_message"))
                .filter(message -> type() == REPLY && message.isObject())
                .map(MessageJson::new);
    }

    /** The message from which the thread that begins with this one was made. */
    Optional<MessageJson> started() {
        return Optional.of(json.path("referenced_message"))
                .filter(message -> type() == STARTER && message.isObject())
                .map(MessageJson::new);
    }

    /** What was forwarded with it. */
    Stream<MessageJson> forwarded() {
        return each("message_snapshots").map(snapshot -> new MessageJson(snapshot.path("message")));
    }

    /** When its author changed it last. */
    Optional<Instant> editedAt() {
        try {
            return Optional.of(json.path("edited_timestamp").asText(""))
                    .filter(time -> !time.isEmpty() && !time.equals("null"))
                    .map(time -> OffsetDateTime.parse(time).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Stream<JsonNode> each(String field) {
        return StreamSupport.stream(json.path(field).spliterator(), false);
    }
}
