package parley.conversation;

import java.util.List;
import parley.chat.ChannelId;
import parley.chat.Overview;
import parley.chat.UserId;
import parley.chat.WorkspaceId;

/** What start pages tell: who answers where, and where a person asked last. */
public final class ThreadOverview implements Overview {
    @Override
    public Card persona(ChannelId channel) {
        return new Card("default", "", List.of());
    }

    @Override
    public List<Recent> recent(WorkspaceId workspace, UserId person, int most) {
        return List.of();
    }
}
