package parley.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.testing.MemoryRules.setting;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.chat.ChannelId;
import parley.chat.ThreadId;
import parley.claude.ModelId;
import parley.rule.ChannelRules.AtLimit;
import parley.rule.ChannelRules.FollowUp;
import parley.rule.ChannelRules.Outsiders;
import parley.rule.ChannelRules.Who;
import parley.testing.MemoryRules;

final class RulesTest {
    private static final ChannelId CHANNEL = ThreadId.parse("slack/W1/C1/1").channel();
    private static final ChannelId OTHER = ThreadId.parse("slack/W1/C2/1").channel();
    private static final ChannelId ELSEWHERE = ThreadId.parse("slack/W2/C1/1").channel();
    private static final RuleScope HERE = new RuleScope.OfChannel(CHANNEL);
    private static final RuleScope ALL = new RuleScope.OfWorkspace(CHANNEL.workspace());

    private final MemoryRules store = new MemoryRules();
    private final Rules rules = new Rules(store, 90);

    @Test
    void of_nothingSet_isTheDefault() {
        ChannelRules here = rules.of(CHANNEL);

        assertThat(here.followUp()).isEqualTo(FollowUp.THREAD);
        assertThat(here.who()).isEqualTo(new Who.Everyone());
        assertThat(here.outsiders()).isEqualTo(Outsiders.ANSWER);
        assertThat(here.atLimit()).isEqualTo(AtLimit.REFUSE);
        assertThat(here.ceiling()).isEmpty();
        assertThat(here.perPerson()).isEmpty();
        assertThat(here.perHour()).isEmpty();
        assertThat(here.answers()).isTrue();
        assertThat(here.notices()).isTrue();
        assertThat(here.approval()).isFalse();
        assertThat(here.keptDays()).hasValue(90);
        assertThat(here.setting(Rule.HOUR)).isEmpty();
    }

    @Test
    void of_setForBoth_isTheChannelsAndElsewhereTheWorkspaces() {
        rules.set(setting(ALL, Rule.HOUR, "100"));
        rules.set(setting(ALL, Rule.MODEL, "claude-haiku-5-5"));
        rules.set(setting(HERE, Rule.HOUR, "10"));

        assertThat(rules.of(CHANNEL).perHour()).hasValue(10);
        assertThat(rules.of(CHANNEL).setting(Rule.HOUR).orElseThrow().scope()).isEqualTo(HERE);
        assertThat(rules.of(CHANNEL).ceiling()).contains(new ModelId("claude-haiku-5-5"));
        assertThat(rules.of(CHANNEL).setting(Rule.MODEL).orElseThrow().scope()).isEqualTo(ALL);
        assertThat(rules.of(OTHER).perHour()).hasValue(100);
        assertThat(rules.of(CHANNEL.workspace()).perHour()).hasValue(100);
        assertThat(rules.of(ELSEWHERE).perHour()).isEmpty();
    }

    @Test
    void of_foreverInAChannel_isNoNumberOfDays() {
        rules.set(setting(ALL, Rule.KEEP, "30"));
        rules.set(setting(HERE, Rule.KEEP, "forever"));

        assertThat(rules.of(CHANNEL).keptDays()).isEmpty();
        assertThat(rules.of(OTHER).keptDays()).hasValue(30);
    }

    @Test
    void of_valueThatThisVersionDoesNotKnow_isTheNextWider() {
        rules.set(setting(ALL, Rule.FOLLOW_UP, "always"));
        rules.set(setting(HERE, Rule.FOLLOW_UP, "sometimes"));
        rules.set(setting(HERE, Rule.APPROVAL, "on"));

        assertThat(rules.of(CHANNEL).followUp()).isEqualTo(FollowUp.ALWAYS);
        assertThat(rules.of(CHANNEL).approval()).as("set for a channel").isFalse();
    }

    @Test
    void of_again_asksTheStoreOnceUntilAChange() {
        rules.of(CHANNEL);
        rules.of(CHANNEL);
        assertThat(store.reads()).isEqualTo(2);

        rules.set(setting(HERE, Rule.HOUR, "3"));
        assertThat(rules.of(CHANNEL).perHour()).hasValue(3);
        assertThat(store.reads()).isEqualTo(3);
        assertThat(rules.reset(HERE, Rule.HOUR)).isTrue();
        assertThat(rules.reset(HERE, Rule.HOUR)).isFalse();
        assertThat(rules.of(CHANNEL).perHour()).isEmpty();
    }

    @Test
    void onChange_setAndReset_tellsOfTheScope() {
        List<RuleScope> heard = new ArrayList<>();
        rules.onChange(heard::add);

        rules.set(setting(HERE, Rule.HOUR, "3"));
        rules.reset(ALL, Rule.HOUR);

        assertThat(heard).containsExactly(HERE, ALL);
        assertThat(ALL.covers(ThreadId.parse("slack/W1/C9/1"))).isTrue();
        assertThat(HERE.covers(ThreadId.parse("slack/W1/C9/1"))).isFalse();
    }
}
