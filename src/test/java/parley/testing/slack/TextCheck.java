package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Text objects (docs.slack.dev/reference/block-kit/composition-objects/text-object). */
final class TextCheck {
    private static final Set<String> FIELDS = Set.of("type", "text", "emoji", "verbatim");

    private final Faulty faulty;

    TextCheck(Faulty faulty) {
        this.faulty = faulty;
    }

    /** Plain text or mrkdwn. */
    void any(JsonNode holder, String field, int most, String pointer) {
        check(holder.path(field), most, false, pointer + "/" + field);
    }

    void plain(JsonNode holder, String field, int most, String pointer) {
        check(holder.path(field), most, true, pointer + "/" + field);
    }

    /** Plain text, where it is given at all. */
    void plainIfAny(JsonNode holder, String field, int most, String pointer) {
        if (holder.hasNonNull(field)) {
            plain(holder, field, most, pointer);
        }
    }

    void check(JsonNode text, int most, boolean plain, String pointer) {
        String type = text.path("type").asText();
        if (!text.isObject()) {
            faulty.add("must provide an object", pointer);
        } else if (plain && !type.equals("plain_text")) {
            faulty.add("must be plain_text", pointer);
        } else if (!Set.of("plain_text", "mrkdwn").contains(type)) {
            faulty.add("unsupported type: " + type, pointer);
        } else if (text.path("text").asText().isEmpty()) {
            faulty.add("must be more than 0 characters", pointer + "/text");
        } else {
            faulty.length(text, "text", most, pointer);
            faulty.only(text, FIELDS, pointer);
        }
    }
}
