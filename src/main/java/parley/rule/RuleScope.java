package parley.rule;

import parley.chat.ChannelId;
import parley.chat.ThreadId;
import parley.chat.WorkspaceId;

/** What a rule is set for. */
public sealed interface RuleScope {
    /** The printed form, unique over all kinds. */
    String key();

    WorkspaceId workspace();

    /** Whether the rule can hold for that thread. */
    boolean covers(ThreadId thread);

    record OfChannel(ChannelId channel) implements RuleScope {
        @Override
        public String key() {
            return "channel:" + channel;
        }

        @Override
        public WorkspaceId workspace() {
            return channel.workspace();
        }

        @Override
        public boolean covers(ThreadId thread) {
            return thread.channel().equals(channel);
        }
    }

    /** All channels of the workspace that have not set it for themselves. */
    record OfWorkspace(WorkspaceId workspace) implements RuleScope {
        @Override
        public String key() {
            return "workspace:" + workspace;
        }

        @Override
        public boolean covers(ThreadId thread) {
            return thread.channel().workspace().equals(workspace);
        }
    }
}
