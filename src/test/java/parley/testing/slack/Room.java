package parley.testing.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import parley.testing.Json;

/** A conversation of any kind. Guarded by the watch. */
public final class Room {
    /** Kinds of conversations, by the names that events give them. */
    public enum Kind {
        PUBLIC("channel", "channels"),
        PRIVATE("group", "groups"),
        IM("im", "im"),
        MPIM("mpim", "mpim");

        private final String type;
        private final String plural;

        Kind(String type, String plural) {
            this.type = type;
            this.plural = plural;
        }

        /** The {@code channel_type} of events. */
        String type() {
            return type;
        }

        /** As in {@code message.channels} and {@code channels:history}. */
        String plural() {
            return plural;
        }
    }

    final String id;
    final Kind kind;
    final Set<String> members = new LinkedHashSet<>();
    private String name;
    private boolean bot;
    private boolean botEver;
    private boolean archived;

    Room(String id, String name, Kind kind) {
        this.id = id;
        this.name = name;
        this.kind = kind;
    }

    String name() {
        return name;
    }

    void rename(String to) {
        name = to;
    }

    void bot(boolean member) {
        bot = member;
        botEver |= member;
    }

    boolean hasBot() {
        return bot;
    }

    /** Whether the bot may believe that it is here. */
    boolean hadBot() {
        return botEver;
    }

    boolean archived() {
        return archived;
    }

    void archive() {
        archived = true;
    }

    /** As interactive payloads and commands call it. */
    String publicName() {
        return switch (kind) {
            case IM -> "directmessage";
            case PRIVATE, MPIM -> "privategroup";
            case PUBLIC -> name;
        };
    }

    /** As conversations.info tells it. */
    ObjectNode json() {
        ObjectNode json = Json.object("id", id, "created", 1_700_000_000, "is_archived", archived);
        json.put("is_channel", kind == Kind.PUBLIC)
                .put("is_group", kind == Kind.PRIVATE)
                .put("is_im", kind == Kind.IM)
                .put("is_mpim", kind == Kind.MPIM)
                .put("is_private", kind != Kind.PUBLIC)
                .put("is_member", bot);
        if (kind == Kind.IM) {
            return json.put("user", members.stream().findFirst().orElse("USLACKBOT"));
        }
        return json.put("name", name).put("name_normalized", name.toLowerCase(Locale.ROOT));
    }
}
