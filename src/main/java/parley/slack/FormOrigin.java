package parley.slack;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import parley.chat.ChannelId;
import parley.chat.Form;
import parley.chat.ThreadId;
import parley.chat.WorkspaceId;

/**
 * Where a window comes from, as it carries it from its opening to its submission.
 *
 * @param thread its root; empty at a channel's top
 * @param fields the keys of its fields in their order, with what joins each one's inputs
 */
record FormOrigin(String form, String channel, String thread, Map<String, List<Integer>> fields) {
    /** docs.slack.dev/reference/views/modal-views: of {@code private_metadata}. */
    static final int LONGEST_PRINTED = 3_000;

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    /** Before its inputs are known. */
    static FormOrigin of(Form form, ChannelId channel, Optional<ThreadId> thread) {
        return new FormOrigin(
                form.id(), channel.value(), thread.map(ThreadId::root).orElse(""), Map.of());
    }

    FormOrigin with(Map<String, List<Integer>> inputs) {
        return new FormOrigin(form, channel, thread, new LinkedHashMap<>(inputs));
    }

    ChannelId channelIn(WorkspaceId workspace) {
        return new ChannelId(workspace, channel);
    }

    Optional<ThreadId> threadIn(WorkspaceId workspace) {
        return threadTs().map(root -> new ThreadId(channelIn(workspace), root));
    }

    Optional<String> threadTs() {
        return Optional.of(thread).filter(root -> !root.isEmpty());
    }

    /** As {@code private_metadata}. */
    String print() {
        return GSON.toJson(this);
    }

    /** What {@link #print} printed; empty for anything else. */
    static Optional<FormOrigin> read(String printed) {
        try {
            return Optional.ofNullable(GSON.fromJson(printed, FormOrigin.class))
                    .filter(FormOrigin::isWhole);
        } catch (JsonParseException _) {
            return Optional.empty();
        }
    }

    /** Slack's JSON reader leaves empty what is not there. */
    private boolean isWhole() {
        return Objects.nonNull(form)
                && Objects.nonNull(thread)
                && Objects.nonNull(fields)
                && SlackIds.valid(channel)
                && (thread.isEmpty() || SlackIds.valid(thread));
    }
}
