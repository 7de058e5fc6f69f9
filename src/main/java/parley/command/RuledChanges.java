package parley.command;

import parley.chat.ChannelId;
import parley.chat.WorkspaceId;
import parley.rule.Rules;

/** What the rules say about changes. */
public record RuledChanges(Rules rules) implements ChangeRules {
    @Override
    public boolean approval(WorkspaceId workspace) {
        return rules.of(workspace).approval();
    }

    @Override
    public boolean notices(ChannelId channel) {
        return rules.of(channel).notices();
    }
}
