package parley.command;

import java.util.Map;
import parley.rule.Rules;

/** A change of a rule, as the desk takes it. */
record RuleShift(Rules rules, Origin origin, RuleChange change) implements Change {
    @Override
    public String kind() {
        return ChannelCommand.NAME;
    }

    @Override
    public Map<String, String> data() {
        return change.data();
    }

    @Override
    public String target() {
        return change.target();
    }

    @Override
    public String detail() {
        return change.detail();
    }

    @Override
    public String wish() {
        return change.wish();
    }

    @Override
    public Applied apply(Mandate mandate) {
        if (!change.fits(rules)) {
            return new Applied.Unfit(
                    "The rule `"
                            + change.rule().word()
                            + "` was changed in the meantime, so nothing was changed now. "
                            + RuleWords.line(change.rule(), rules.of(change.scope())));
        }
        change.apply(rules, mandate.origin().author(), mandate.at());
        return new Applied.Made(change.did(), RuleWords.made(change, rules.of(origin.channel())));
    }
}
