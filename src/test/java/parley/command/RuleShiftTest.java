package parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.audit.AuditEntry;
import parley.chat.Author;
import parley.chat.ChannelId;
import parley.chat.Choice;
import parley.chat.Chosen;
import parley.chat.CommandReply;
import parley.chat.EventId;
import parley.chat.MessageId;
import parley.chat.Notice;
import parley.chat.SendResult;
import parley.chat.Standing;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.prompt.Personas;
import parley.rule.Rule;
import parley.rule.RuleScope;
import parley.rule.Rules;
import parley.testing.MemoryAuditLog;
import parley.testing.MemoryRules;
import parley.testing.RuleDesk;
import parley.testing.TestPersonas;

final class RuleShiftTest {
    private static final ChannelId CHANNEL = ThreadId.parse("slack/W1/C1/1").channel();
    private static final RuleScope WORKSPACE = new RuleScope.OfWorkspace(CHANNEL.workspace());
    private static final Author ADA = new Author(new UserId("ada"), "Ada");
    private static final Author BOB = new Author(new UserId("bob"), "Bob");
    private static final Instant NOW = Instant.parse("2026-11-21T08:09:10Z");

    private final MemoryAuditLog audit = new MemoryAuditLog();
    private final Rules rules = new Rules(new MemoryRules(), 90);
    private final List<Notice> notices = new ArrayList<>();
    private final ChangeDesk desk = RuleDesk.of(rules, Optional.of(this::post), audit, () -> NOW);

    private SendResult post(Notice notice) {
        notices.add(notice);
        return new SendResult.Sent(new MessageId("m" + notices.size()));
    }

    private Proposed propose(RuleScope scope, Rule rule, String value) {
        var change = RuleChange.from(rules, scope, rule, Optional.of(value));
        Origin origin = new Origin(CHANNEL, Optional.empty(), ADA);
        return desk.propose(origin, new RuleShift(rules, origin, change));
    }

    private CommandReply press(Author author, String label) {
        Choice pressed =
                notices.getLast().choices().stream()
                        .filter(choice -> choice.label().equals(label))
                        .findFirst()
                        .orElseThrow();
        var commands = new ChatCommands(personas(), audit, () -> NOW, List.of(desk.group()));
        return commands.choose(
                new Chosen(
                        new EventId("e1"),
                        CHANNEL,
                        Optional.empty(),
                        author,
                        Standing.ADMIN,
                        pressed.action()));
    }

    private static Personas personas() {
        return TestPersonas.bundled(() -> 0);
    }

    private List<AuditEntry.Result> results() {
        return audit.newest(CHANNEL.workspace(), 10).stream().map(AuditEntry::result).toList();
    }

    @Test
    void change_ofARule_isToldInItsChannel_andOnRecord() {
        Proposed made = propose(new RuleScope.OfChannel(CHANNEL), Rule.HOUR, "10");

        assertThat(made).isInstanceOf(Proposed.Made.class);
        assertThat(rules.of(CHANNEL).perHour()).hasValue(10);
        assertThat(notices)
                .extracting(Notice::text)
                .containsExactly("**Ada** set the rule `hour` to `10` for this channel.");
        assertThat(results()).containsExactly(AuditEntry.Result.DONE);
    }

    @Test
    void approval_switchedOff_needsTwo() {
        assertThat(propose(WORKSPACE, Rule.APPROVAL, "on")).isInstanceOf(Proposed.Made.class);
        assertThat(propose(WORKSPACE, Rule.APPROVAL, "off")).isInstanceOf(Proposed.Requested.class);
        assertThat(rules.of(CHANNEL).approval()).isTrue();

        assertThat(press(ADA, "Approve")).isInstanceOf(CommandReply.Told.class);
        assertThat(rules.of(CHANNEL).approval()).isTrue();

        assertThat(press(BOB, "Approve")).isInstanceOf(CommandReply.Settled.class);
        assertThat(rules.of(CHANNEL).approval()).isFalse();
    }

    @Test
    void change_thatNoLongerFits_changesNothing() {
        assertThat(propose(WORKSPACE, Rule.APPROVAL, "on")).isInstanceOf(Proposed.Made.class);
        Proposed _ = propose(new RuleScope.OfChannel(CHANNEL), Rule.HOUR, "10");
        rules.set(MemoryRules.setting(new RuleScope.OfChannel(CHANNEL), Rule.HOUR, "5"));

        assertThat(press(BOB, "Approve").text()).contains("in the meantime");
        assertThat(rules.of(CHANNEL).perHour()).hasValue(5);
    }
}
