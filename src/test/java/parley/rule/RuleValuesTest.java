package parley.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import parley.chat.Membership;

final class RuleValuesTest {
    @ParameterizedTest
    @CsvSource({
        "FOLLOW_UP, Always, always",
        "OUTSIDERS, silent, silent",
        "LIMIT, WAIT, wait",
        "ANSWERS, off, off",
        "APPROVAL, on, on",
        "WHO, members, members",
        "PERSON, 1, 1",
        "HOUR, '10,000', 10000",
        "HOUR, unlimited, unlimited",
        "HOUR, 007, 7",
        "KEEP, 30, 30",
        "KEEP, 30d, 30",
        "KEEP, 1 day, 1",
        "KEEP, 3650 days, 3650",
        "KEEP, forever, forever",
        "MODEL, claude-haiku-5-5, claude-haiku-5-5",
        "MODEL, Qwen/Qwen3:8b, Qwen/Qwen3:8b",
        "MODEL, any, any",
    })
    void read_whatTheRuleTakes_isAValue(Rule rule, String typed, String value) {
        assertThat(RuleValues.read(rule, typed)).isEqualTo(new RuleReading.Value(value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    HOUR      | 0          | a number from 1 to 10,000 or unlimited
                    HOUR      | 10001      | a number from 1 to 10,000 or unlimited
                    HOUR      | 9999999999 | a number from 1 to 10,000 or unlimited
                    PERSON    | -3         | a number from 1 to 10,000 or unlimited
                    PERSON    | few        | a number from 1 to 10,000 or unlimited
                    KEEP      | 3651       | a number of days from 1 to 3,650 or forever
                    KEEP      | 2 weeks    | a number of days from 1 to 3,650 or forever
                    FOLLOW_UP | never      | mention, thread or always
                    LIMIT     | drop       | refuse or wait
                    ANSWERS   | maybe      | on or off
                    MODEL     | two words  | the name of a model or any
                    """)
    void read_anythingElse_saysWhatItTakes(Rule rule, String typed, String wanted) {
        assertThat(RuleValues.read(rule, typed)).isEqualTo(new RuleReading.Unclear(wanted));
    }

    @Test
    void read_whoWithAnotherName_isAGroup() {
        assertThat(RuleValues.read(Rule.WHO, "<@&123>"))
                .isEqualTo(new RuleReading.Group("<@&123>"));
        assertThat(RuleValues.read(Rule.WHO, "On-Call Heroes"))
                .isEqualTo(new RuleReading.Group("On-Call Heroes"));
        assertThat(RuleValues.read(Rule.WHO, "x".repeat(101)))
                .isEqualTo(new RuleReading.Unclear("everyone, members or the name of a group"));
    }

    @Test
    void group_anyName_isReadBackAndShownByItsName() {
        String value = RuleValues.group(new Membership.Group("S1", "on\n`call` heroes"));

        assertThat(RuleValues.who(value))
                .isEqualTo(
                        new ChannelRules.Who.Group(new Membership.Group("S1", "on call heroes")));
        assertThat(RuleValues.shown(Rule.WHO, value)).isEqualTo("on call heroes");
        assertThat(RuleValues.isValid(Rule.WHO, value)).isTrue();
        assertThat(RuleValues.isValid(Rule.HOUR, value)).isFalse();
    }

    @Test
    void shown_numbers_areEasyToRead() {
        assertThat(RuleValues.shown(Rule.HOUR, "10000")).isEqualTo("10,000");
        assertThat(RuleValues.shown(Rule.KEEP, "1")).isEqualTo("1 day");
        assertThat(RuleValues.shown(Rule.KEEP, "90")).isEqualTo("90 days");
    }

    @ParameterizedTest
    @EnumSource
    void rules_each_haveWordsThatTheyTake(Rule rule) {
        assertThat(Rule.of(rule.word())).contains(rule);
        assertThat(rule.description()).endsWith(".").doesNotContain("\n");
        assertThat(rule.fixed())
                .isNotEmpty()
                .allSatisfy(word -> assertThat(RuleValues.isValid(rule, word)).isTrue());
        assertThat(rule == Rule.KEEP || RuleValues.isValid(rule, rule.standard())).isTrue();
    }
}
