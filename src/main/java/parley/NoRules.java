package parley;

import parley.chat.ChannelId;
import parley.chat.WorkspaceId;
import parley.command.ChangeRules;

/** What holds where nobody set a rule: changes count at once, and their channel is told. */
final class NoRules implements ChangeRules {
    @Override
    public boolean approval(WorkspaceId workspace) {
        return false;
    }

    @Override
    public boolean notices(ChannelId channel) {
        return true;
    }
}
