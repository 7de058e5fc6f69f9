package parley.command;

import java.util.Map;
import parley.rule.Rules;

/** Reads changes of rules back. */
public record RuleKind(Rules rules) implements ChangeKind {
    @Override
    public String kind() {
        return ChannelCommand.NAME;
    }

    @Override
    public Change read(Origin origin, Map<String, String> data) {
        return new RuleShift(rules, origin, RuleChange.read(origin.channel(), data));
    }
}
