package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people see besides messages. Safe for use by many threads. */
public final class Surfaces {
    private final Workspace workspace;
    private final GroupMethods groups;

    /** A file that the bot gave into a conversation, or into none. */
    public record SharedFile(String id, String name, String title, String text) {}

    Surfaces(Workspace workspace, GroupMethods groups) {
        this.workspace = workspace;
        this.groups = groups;
    }

    /** The status beside a thread; empty when there is none. */
    public String status(String channel, String threadTs) {
        return workspace.watch.read(
                () -> workspace.stage.status(channel, threadTs).map(Stage.Status::text).orElse(""));
    }

    /** All statuses that a thread ever had, in order; empty texts where the bot cleared them. */
    public List<String> statuses(String channel, String threadTs) {
        return workspace.watch.read(() ->
                workspace.stage.allStatuses.stream()
                        .filter(one -> one.channel().equals(channel))
                        .filter(one -> one.threadTs().equals(threadTs))
                        .map(Stage.Status::text)
                        .toList());
    }

    /** The words that take turns beside a thread now. */
    public List<String> loadingMessages(String channel, String threadTs) {
        return workspace.watch.read(() ->
                workspace
                        .stage
                        .status(channel, threadTs)
                        .map(Stage.Status::loading)
                        .orElse(List.of()));
    }

    /** {@code active}, {@code processing}…; empty where there is no session. */
    public String session(String channel, String threadTs) {
        return workspace.watch.read(
                () -> workspace.stage.sessions.getOrDefault(Stage.key(channel, threadTs), ""));
    }

    public Optional<String> title(String channel, String threadTs) {
        return workspace.watch.read(() ->
                Optional.ofNullable(workspace.stage.titles.get(Stage.key(channel, threadTs))));
    }

    /** Of a thread, or of a whole direct message conversation when it is empty. */
    public List<JsonNode> suggestedPrompts(String channel, String threadTs) {
        return workspace.watch.read(() ->
                workspace.stage.prompts.getOrDefault(Stage.key(channel, threadTs), List.of()));
    }

    /** The Home tab that was published for a person. */
    public Optional<JsonNode> home(String user) {
        return workspace.watch.read(() -> workspace.views.home(user).map(JsonNode::deepCopy));
    }

    /** The modal that a person has open, the newest one. */
    public Optional<JsonNode> modal(String user) {
        return workspace.watch.read(() -> workspace.views.newest(user).map(JsonNode::deepCopy));
    }

    /** What an open modal shows under its inputs since it was refused, by block id. */
    public Map<String, String> errors(String viewId) {
        return workspace.watch.read(() -> {
            Map<String, String> errors = new LinkedHashMap<>();
            workspace
                    .views
                    .errors(viewId)
                    .ifPresent(all ->
                            all.properties()
                                    .forEach(one ->
                                            errors.put(one.getKey(), one.getValue().asText())));
            return errors;
        });
    }

    /** What people read in a view. */
    public static String text(JsonNode view) {
        return BlockText.body(view.path("blocks"));
    }

    /** What people can press in a view. */
    public static List<ShownButton> buttons(JsonNode view) {
        return BlockText.buttons(view.path("blocks"));
    }

    /** The files that the bot uploaded, oldest first. */
    public List<SharedFile> uploads() {
        return workspace.watch.read(() ->
                workspace.files.values().stream()
                        .filter(file -> file.user().equals(workspace.me.botUserId()))
                        .map(file ->
                                new SharedFile(
                                        file.id(),
                                        file.name(),
                                        file.title(),
                                        new String(
                                                file.bytes(),
                                                java.nio.charset.StandardCharsets.UTF_8)))
                        .toList());
    }

    /** Whether the bot has put this reaction on that message. */
    public boolean reacted(String channel, String ts, String name) {
        return workspace.watch.read(() -> groups.reacted(channel, ts, name));
    }
}
