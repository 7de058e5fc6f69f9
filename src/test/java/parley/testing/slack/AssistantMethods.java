package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import parley.testing.Json;

/** What apps show beside a thread: assistant.threads.* and agents.sessions.*. */
final class AssistantMethods {
    static final Set<String> STATUSES = Set.of("active", "processing", "suspended", "closed");

    private static final int MOST_LOADING = 10;
    private static final int LONGEST_LOADING = 50;
    private static final int MOST_PROMPTS = 4;
    private static final int LONGEST_TITLE = 200;

    private final Workspace workspace;

    AssistantMethods(Workspace workspace) {
        this.workspace = workspace;
    }

    List<ApiMethod> methods() {
        return List.of(
                ApiMethod.bot(
                        "assistant.threads.setStatus",
                        Tier.SPECIAL,
                        "chat:write assistant:write",
                        "channel_id* thread_ts* status* loading_messages icon_emoji icon_url"
                                + " username",
                        this::status),
                ApiMethod.bot(
                        "assistant.threads.setTitle",
                        Tier.FOUR,
                        "assistant:write",
                        "channel_id* thread_ts* title*",
                        this::title),
                ApiMethod.bot(
                        "assistant.threads.setSuggestedPrompts",
                        Tier.FOUR,
                        "assistant:write",
                        "channel_id* thread_ts prompts* title",
                        this::prompts),
                ApiMethod.bot(
                        "agents.sessions.setStatus",
                        Tier.THREE,
                        "chat:write",
                        "channel_id* thread_ts status* title initiator_user_id icon_emoji icon_url"
                                + " username",
                        this::session),
                ApiMethod.bot(
                        "agents.sessions.rename",
                        Tier.THREE,
                        "chat:write",
                        "channel_id* thread_ts title*",
                        this::rename));
    }

    private ObjectNode status(Arguments arguments) {
        Room room = workspace.joined(arguments.need("channel_id"));
        String thread = arguments.need("thread_ts");
        workspace.root(room, thread);
        List<String> loading = loading(arguments);
        workspace.stage.status(room.id, thread, arguments.need("status"), loading);
        return Json.object();
    }

    /** Java's client joins them with commas; Slack also reads a JSON array. */
    private static List<String> loading(Arguments arguments) {
        List<String> messages = new ArrayList<>();
        arguments
                .find("loading_messages")
                .ifPresent(text -> {
                    if (text.startsWith("[")) {
                        arguments
                                .json("loading_messages", "invalid_arguments")
                                .ifPresent(
                                        array -> array.forEach(one -> messages.add(one.asText())));
                    } else {
                        messages.addAll(List.of(text.split(",")));
                    }
                });
        if (messages.size() > MOST_LOADING
                || messages.stream()
                        .anyMatch(one -> one.isEmpty() || one.length() > LONGEST_LOADING)) {
            throw ApiError.mistake(
                    "invalid_arguments", "loading_messages: at most 10 of 1 to 50 characters");
        }
        return messages;
    }

    private ObjectNode title(Arguments arguments) {
        Room room = workspace.joined(arguments.need("channel_id"));
        String thread = arguments.need("thread_ts");
        workspace.root(room, thread);
        workspace.stage.titles.put(Stage.key(room.id, thread), arguments.need("title"));
        return Json.object();
    }

    /** Without a thread they stand at the top of the direct messages. */
    private ObjectNode prompts(Arguments arguments) {
        if (!workspace.agent()) {
            throw ApiError.mistake("not_agent_app", "the manifest has no agent_view");
        }
        Room room = workspace.joined(arguments.need("channel_id"));
        arguments.find("thread_ts").ifPresent(ts -> workspace.root(room, ts));
        JsonNode prompts = arguments.json("prompts", "invalid_arguments").orElseGet(Json::array);
        List<JsonNode> all = BlockText.stream(prompts).toList();
        if (!prompts.isArray() || all.isEmpty() || all.size() > MOST_PROMPTS) {
            throw ApiError.mistake("invalid_arguments", "1 to 4 prompts");
        }
        for (JsonNode prompt : all) {
            if (prompt.path("title").asText().isEmpty()
                    || prompt.path("message").asText().isEmpty()) {
                throw ApiError.mistake("invalid_arguments", "a prompt has a title and a message");
            }
        }
        workspace.stage.prompts.put(
                Stage.key(room.id, arguments.find("thread_ts").orElse("")), all);
        return Json.object();
    }

    private ObjectNode session(Arguments arguments) {
        String key = sessionKey(arguments);
        String status = arguments.need("status");
        if (!STATUSES.contains(status)) {
            throw ApiError.mistake("invalid_status", status);
        }
        workspace.stage.sessions.put(key, status);
        arguments
                .find("title")
                .map(AssistantMethods::shortTitle)
                .ifPresent(title -> workspace.stage.titles.putIfAbsent(key, title));
        return Json.object("status", status);
    }

    private ObjectNode rename(Arguments arguments) {
        workspace.stage.titles.put(sessionKey(arguments), shortTitle(arguments.need("title")));
        return Json.object();
    }

    private String sessionKey(Arguments arguments) {
        Room room = workspace.joined(arguments.need("channel_id"));
        String thread =
                arguments
                        .find("thread_ts")
                        .orElseThrow(() ->
                                ApiError.mistake("thread_ts_required", "sessions have a thread"));
        workspace.root(room, thread);
        return Stage.key(room.id, thread);
    }

    private static String shortTitle(String title) {
        if (title.length() > LONGEST_TITLE) {
            throw ApiError.mistake("invalid_arguments", "title over 200 characters");
        }
        return title;
    }
}
