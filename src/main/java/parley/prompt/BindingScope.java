package parley.prompt;

import parley.chat.ChannelId;
import parley.chat.Platform;
import parley.chat.ThreadId;
import parley.chat.WorkspaceId;

/** What a persona can be bound to, narrowest first. */
public sealed interface BindingScope {
    /** The printed form, unique over all kinds. */
    String key();

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
