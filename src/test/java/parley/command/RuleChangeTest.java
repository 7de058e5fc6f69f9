package parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.chat.Author;
import parley.chat.ChannelId;
import parley.chat.ThreadId;
import parley.chat.UserId;
import parley.rule.Rule;
import parley.rule.RuleScope;
import parley.rule.Rules;
import parley.testing.MemoryRules;

final class RuleChangeTest {
    private static final ChannelId CHANNEL = ThreadId.parse("slack/W1/C1/1").channel();
    private static final RuleScope HERE = new RuleScope.OfChannel(CHANNEL);
    private static final RuleScope ALL = new RuleScope.OfWorkspace(CHANNEL.workspace());
    private static final Author ADA = new Author(new UserId("ada"), "Ada");

    private final Rules rules = MemoryRules.none();

    private RuleChange to(RuleScope scope, String value) {
        return RuleChange.from(rules, scope, Rule.HOUR, Optional.of(value));
    }

    @Test
    void read_itsOwnData_isTheSame() {
        RuleChange set = to(HERE, "10");
        RuleChange reset =
                new RuleChange(ALL, Rule.WHO, Optional.of("group:S1 on call"), Optional.empty());

        assertThat(RuleChange.read(CHANNEL, set.data())).isEqualTo(set);
        assertThat(RuleChange.read(CHANNEL, reset.data())).isEqualTo(reset);
        assertThat(set.wish()).isEqualTo("set the rule `hour` to `10` for this channel");
        assertThat(reset.wish()).isEqualTo("take the rule `who` back for this workspace");
        assertThat(reset.detail()).isEqualTo("on call -> not set");
    }

    @Test
    void fits_othersChangedMeanwhile_isNoMore() {
        RuleChange mine = to(HERE, "10");
        to(ALL, "50").apply(rules, ADA, Instant.EPOCH);
        assertThat(mine.fits(rules)).as("set elsewhere").isTrue();

        mine.apply(rules, ADA, Instant.EPOCH);
        assertThat(mine.fits(rules)).as("made already").isTrue();

        to(HERE, "20").apply(rules, ADA, Instant.EPOCH);
        assertThat(mine.fits(rules)).isFalse();
    }
}
