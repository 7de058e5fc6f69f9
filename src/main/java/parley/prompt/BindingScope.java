package parley.prompt;

import parley.chat.ChannelId;
import parley.chat.Platform;
import parley.chat.ThreadId;
import parley.chat.WorkspaceId;

/** What a persona can be bound to, narrowest first. */
public sealed interface BindingScope {
    /** The printed form, unique over all kinds. */
    String key();

    /**
     * Reads back what {@link #key} prints.
     *
     * @throws IllegalArgumentException when the text has another form
     */
    static BindingScope ofKey(String key) {
        String[] halves = key.split(":", 2);
        String[] ids = halves[halves.length - 1].split("/", -1);
        return switch (halves[0] + ids.length) {
            case "thread4" -> new OfThread(ThreadId.parse(halves[1]));
            case "channel3" -> new OfChannel(new ChannelId(workspace(ids), ids[2]));
            case "workspace2" -> new OfWorkspace(workspace(ids));
            case "platform1" -> new OfPlatform(Platform.ofLabel(ids[0]));
            default -> throw new IllegalArgumentException("not a scope: '" + key + "'");
        };
    }

    private static WorkspaceId workspace(String[] ids) {
        return new WorkspaceId(Platform.ofLabel(ids[0]), ids[1]);
    }

    record OfThread(ThreadId thread) implements BindingScope {
        @Override
        public String key() {
            return "thread:" + thread;
        }
    }

    record OfChannel(ChannelId channel) implements BindingScope {
        @Override
        public String key() {
            return "channel:" + channel;
        }
    }

    record OfWorkspace(WorkspaceId workspace) implements BindingScope {
        @Override
        public String key() {
            return "workspace:" + workspace;
        }
    }

    record OfPlatform(Platform platform) implements BindingScope {
        @Override
        public String key() {
            return "platform:" + platform.label();
        }
    }
}
