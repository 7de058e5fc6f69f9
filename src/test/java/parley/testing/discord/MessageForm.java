package parley.testing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.testing.Json;
import parley.testing.Multipart;

/**
 * The body of a request that writes a message, judged as Discord judges it; of an edit too, where
 * what is left out stays as it was.
 *
 * @see <a href="https://discord.com/developers/docs/resources/message#create-message">Create
 *     message</a>
 */
final class MessageForm {
    private static final int LONGEST_CONTENT = 2_000;
    private static final int LONGEST_NONCE = 25;
    private static final int MOST_EMBEDS = 10;
    private static final int LONGEST_EMBEDS = 6_000;
    private static final int MOST_FILES = 10;
    private static final int LARGEST_FILE = 10 << 20;
    private static final int LARGEST_REQUEST = 25 << 20;
    private static final Set<String> KINDS = Set.of("users", "roles", "everyone");

    private final JsonNode body;
    private final List<Multipart.Part> files;
    private final ArrayNode components;

    private MessageForm(JsonNode body, List<Multipart.Part> files, ArrayNode components) {
        this.body = body;
        this.files = files;
        this.components = components;
    }

    /** Throws {@link RestError} when the body is not as it must be. */
    static MessageForm of(JsonNode body, List<Multipart.Part> files) {
        size(files);
        FormErrors errors = new FormErrors();
        errors.text(body, "content", "content", 0, LONGEST_CONTENT);
        nonce(body, errors);
        embeds(body, errors);
        allowances(body.path("allowed_mentions"), errors);
        types(body, errors);
        boolean second = (body.path("flags").asInt() & Post.COMPONENTS_V2) != 0;
        if (second && (body.hasNonNull("content") || body.path("embeds").size() > 0)) {
            errors.add(
                    "content",
                    "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                    "The 'content' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
        }
        ArrayNode components = new ComponentForm(errors).check(body.path("components"), second);
        errors.throwIfAny();
        return new MessageForm(body, files, components);
    }

    private static void size(List<Multipart.Part> files) {
        long all = files.stream().mapToLong(file -> file.bytes().length).sum();
        boolean one = files.stream().anyMatch(file -> file.bytes().length > LARGEST_FILE);
        if (one || all > LARGEST_REQUEST) {
            throw RestError.mistake(413, 40_005, "Request entity too large");
        }
    }

    private static void nonce(JsonNode body, FormErrors errors) {
        if (!body.path("nonce").isIntegralNumber()) {
            errors.text(body, "nonce", "nonce", 0, LONGEST_NONCE);
        }
    }

    private static void types(JsonNode body, FormErrors errors) {
        for (String list : List.of("embeds", "components", "attachments", "sticker_ids")) {
            if (body.hasNonNull(list) && !body.path(list).isArray()) {
                errors.add(list, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            }
        }
        if (body.path("attachments").size() > MOST_FILES) {
            errors.add("attachments", "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length.");
        }
        if (body.hasNonNull("flags") && !body.path("flags").isIntegralNumber()) {
            errors.add("flags", "NUMBER_TYPE_COERCE", "Value is not int.");
        }
    }

    private static void embeds(JsonNode body, FormErrors errors) {
        JsonNode embeds = body.path("embeds");
        if (embeds.size() > MOST_EMBEDS) {
            errors.add("embeds", "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length.");
        }
        int letters = 0;
        for (int i = 0; i < embeds.size(); i++) {
            JsonNode embed = embeds.get(i);
            errors.text(embed, "title", "embeds." + i + ".title", 0, 256);
            errors.text(embed, "description", "embeds." + i + ".description", 0, 4_096);
            letters += embed.path("title").asText().length();
            letters += embed.path("description").asText().length();
            letters += embed.at("/footer/text").asText().length();
        }
        if (letters > LONGEST_EMBEDS) {
            String words = "Embed size exceeds maximum size of 6000";
            errors.add("embeds", "MAX_EMBED_SIZE_EXCEEDED", words);
        }
    }

    private static void allowances(JsonNode allowed, FormErrors errors) {
        Set<String> parse = Mentions.texts(allowed.path("parse"));
        if (!KINDS.containsAll(parse)) {
            errors.add(
                    "allowed_mentions.parse.0",
                    "BASE_TYPE_CHOICES",
                    "Value must be one of ('everyone', 'users', 'roles').");
        }
        for (String kind : List.of("users", "roles")) {
            if (parse.contains(kind) && allowed.path(kind).size() > 0) {
                errors.add(
                        "allowed_mentions",
                        "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                        "parse:[\"%s\"] and %s: [ids...] are mutually exclusive."
                                .formatted(kind, kind));
            }
        }
    }

    boolean has(String field) {
        return body.has(field);
    }

    JsonNode body() {
        return body;
    }

    List<Multipart.Part> files() {
        return files;
    }

    Optional<JsonNode> nonce() {
        return Optional.of(body.path("nonce")).filter(node -> !node.isMissingNode());
    }

    Optional<JsonNode> allowedMentions() {
        return Optional.of(body.path("allowed_mentions")).filter(JsonNode::isObject);
    }

    /** The message that it answers; 0 for none. */
    long answers() {
        return body.path("message_reference").path("message_id").asLong();
    }

    /** Changes the message as the body says; what it says nothing of stays. */
    void apply(Post post, Cdn cdn) {
        if (has("content")) {
            post.content = body.path("content").asText("").strip();
        }
        if (has("embeds")) {
            post.embeds = list("embeds");
        }
        if (has("components")) {
            post.components = components;
        }
        if (has("flags")) {
            int settable = Post.SUPPRESS_EMBEDS | Post.SUPPRESS_NOTIFICATIONS | Post.COMPONENTS_V2;
            int kept = post.flags & (~settable | Post.COMPONENTS_V2);
            post.flags = kept | (body.path("flags").asInt() & settable);
        }
        new UploadForm(body, files).apply(post, cdn);
        post.allowedMentions = allowedMentions();
        if (isEmpty(post)) {
            throw RestError.mistake(400, 50_006, "Cannot send an empty message");
        }
    }

    private ArrayNode list(String field) {
        ArrayNode list = Json.array();
        body.path(field).forEach(list::add);
        return list;
    }

    private static boolean isEmpty(Post post) {
        return post.content.isEmpty()
                && post.embeds.isEmpty()
                && post.files.isEmpty()
                && post.components.isEmpty();
    }
}
