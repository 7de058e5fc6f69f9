package parley.testing;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import parley.audit.AuditLog;
import parley.chat.Noticeboard;
import parley.command.Announcer;
import parley.command.ChangeDesk;
import parley.command.RuleKind;
import parley.command.RuledChanges;
import parley.rule.Rules;

/** A desk for changes of rules, whose requests are forgotten with it. */
public final class RuleDesk {
    private RuleDesk() {}

    public static ChangeDesk of(
            Rules rules, Optional<Noticeboard> board, AuditLog audit, InstantSource clock) {
        var ruled = new RuledChanges(rules);
        return new ChangeDesk(
                new MemoryChangeRequests(),
                List.of(new RuleKind(rules)),
                ruled,
                new Announcer(_ -> board, ruled),
                audit,
                clock);
    }
}
