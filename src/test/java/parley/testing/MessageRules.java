package parley.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the Messages API refuses in a conversation, in the words in which people have seen it do so;
 * pure.
 */
final class MessageRules {
    private static final int MOST_FILES = 100;
    private static final Set<String> USERS_ONLY = Set.of("image", "document", "tool_result");
    private static final Set<String> ASSISTANTS_ONLY =
            Set.of("thinking", "redacted_thinking", "tool_use");

    private final Predicate<String> signatures;

    /**
     * @param signatures which signatures of thinking are valid
     */
    MessageRules(Predicate<String> signatures) {
        this.signatures = signatures;
    }

    /** The refusal, if there is one. */
    Optional<FakeReply> judge(JsonNode request) {
        return fault(request.path("messages"))
                .map(words -> FakeReply.status(400, "invalid_request_error", words));
    }

    private Optional<String> fault(JsonNode messages) {
        if (!role(messages.path(0)).equals("user")) {
            return Optional.of("messages: first message must use the \"user\" role");
        }
        for (int i = 0; i < messages.size(); i++) {
            Optional<String> fault = fault(messages, i);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return tooMany(messages).or(() -> ending(messages.path(messages.size() - 1)));
    }

    private static String role(JsonNode message) {
        return message.path("role").asText();
    }

    private Optional<String> fault(JsonNode messages, int at) {
        JsonNode message = messages.path(at);
        if (at > 0 && role(message).equals(role(messages.path(at - 1)))) {
            return Optional.of(
                    "messages: roles must alternate between \"user\" and \"assistant\", but found"
                            + " multiple \""
                            + role(message)
                            + "\" roles in a row");
        }
        if (message.path("content").isEmpty()) {
            return Optional.of("messages." + at + ": all messages must have non-empty content");
        }
        return blocks(message, at).or(() -> tools(messages, at));
    }

    private Optional<String> blocks(JsonNode message, int at) {
        boolean user = role(message).equals("user");
        for (int i = 0; i < message.path("content").size(); i++) {
            JsonNode block = message.path("content").path(i);
            String place = "messages." + at + ".content." + i;
            String type = block.path("type").asText();
            if (type.equals("text") && block.path("text").asText().isBlank()) {
                return Optional.of("messages: text content blocks must be non-empty");
            }
            if (type.equals("thinking") && !signatures.test(block.path("signature").asText())) {
                return Optional.of(place + ": Invalid `signature` in `thinking` block");
            }
            boolean side = user ? USERS_ONLY.contains(type) : ASSISTANTS_ONLY.contains(type);
            if (!side && !type.equals("text")) {
                return Optional.of(place + ": `" + type + "` blocks are not permitted here");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> tools(JsonNode messages, int at) {
        if (role(messages.path(at)).equals("assistant")) {
            Set<String> uses = ids(messages.path(at), "tool_use", "id");
            uses.removeAll(ids(messages.path(at + 1), "tool_result", "tool_use_id"));
            return uses.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            "messages."
                                    + at
                                    + ": `tool_use` ids were found without `tool_result`"
                                    + " blocks immediately after: "
                                    + String.join(", ", uses));
        }
        Set<String> results = ids(messages.path(at), "tool_result", "tool_use_id");
        results.removeAll(ids(messages.path(at - 1), "tool_use", "id"));
        return results.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "messages."
                                + at
                                + ".content.0: unexpected `tool_use_id` found in"
                                + " `tool_result` blocks: "
                                + String.join(", ", results));
    }

    private static Set<String> ids(JsonNode message, String type, String field) {
        Set<String> ids = new HashSet<>();
        message.path("content")
                .forEach(block -> {
                    if (block.path("type").asText().equals(type)) {
                        ids.add(block.path(field).asText());
                    }
                });
        return ids;
    }

    private static Optional<String> tooMany(JsonNode messages) {
        List<String> types = new ArrayList<>();
        messages.forEach(message ->
                message.path("content").forEach(block -> types.add(block.path("type").asText())));
        long images = types.stream().filter("image"::equals).count();
        long documents = types.stream().filter("document"::equals).count();
        return images + documents <= MOST_FILES
                ? Optional.empty()
                : Optional.of(
                        "too many images and documents: "
                                + images
                                + " + "
                                + documents
                                + " > "
                                + MOST_FILES);
    }

    private static Optional<String> ending(JsonNode last) {
        JsonNode content = last.path("content");
        String text = content.path(content.size() - 1).path("text").asText();
        return role(last).equals("assistant") && !text.equals(text.stripTrailing())
                ? Optional.of(
                        "messages: final assistant content cannot end with trailing whitespace")
                : Optional.empty();
    }
}
