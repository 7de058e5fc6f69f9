package parley.command;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import parley.audit.AuditEntry;
import parley.audit.AuditLog;
import parley.chat.Command;
import parley.rule.Rules;

/** Makes the changes of rules at once, and keeps them in the audit log. */
public final class DirectRuleChanges implements RuleChanges {
    private final Rules rules;
    private final AuditLog audit;
    private final InstantSource clock;

    public DirectRuleChanges(Rules rules, AuditLog audit, InstantSource clock) {
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String make(RuleChange change, Command command) {
        Instant now = clock.instant();
        change.apply(rules, command.author(), now);
        audit.add(
                new AuditEntry(
                        now,
                        command.channel().workspace(),
                        Optional.of(command.channel()),
                        command.author(),
                        ChannelCommand.NAME,
                        change.target(),
                        AuditEntry.Result.DONE,
                        change.detail()));
        return RuleWords.made(change, rules.of(command.channel()));
    }
}
