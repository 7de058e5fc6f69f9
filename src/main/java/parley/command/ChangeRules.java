package parley.command;

import parley.chat.ChannelId;
import parley.chat.WorkspaceId;

/** What the rules of a place say about changes; safe for use by many threads. */
public interface ChangeRules {
    /** Whether a second admin has to approve each change. */
    boolean approval(WorkspaceId workspace);

    /** Whether a change is told in its channel. */
    boolean notices(ChannelId channel);
}
