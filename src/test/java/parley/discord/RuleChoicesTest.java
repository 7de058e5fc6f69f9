package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.rule.Rule;
import parley.rule.RuleReading;
import parley.rule.RuleValues;

final class RuleChoicesTest {
    @Test
    void values_ofARule_endWithTakingItBack() {
        assertThat(RuleChoices.values("follow-up", ""))
                .extracting(Choice::getAsString)
                .containsExactly("mention", "thread", "always", "reset");
    }

    @Test
    void values_whileTyping_areThoseThatBeginSo() {
        assertThat(RuleChoices.values("hour", " UN"))
                .extracting(Choice::getAsString)
                .containsExactly("unlimited");
        assertThat(RuleChoices.values("hour", "7")).isEmpty();
    }

    /** What the core knows and what Discord offers must not part. */
    @Test
    void rules_areThoseOfTheCore() {
        assertThat(RuleChoices.rules())
                .extracting(RuleChoices.Rule::name)
                .containsExactlyElementsOf(Rule.words());
    }

    @ParameterizedTest
    @EnumSource
    void values_ofEachRule_areWordsThatItTakesAndAllOfTheFixedOnes(Rule rule) {
        RuleChoices.Rule offered =
                RuleChoices.rules().stream()
                        .filter(one -> one.name().equals(rule.word()))
                        .findFirst()
                        .orElseThrow();

        assertThat(offered.values()).containsAll(rule.fixed());
        assertThat(offered.values())
                .allSatisfy(value ->
                        assertThat(RuleValues.read(rule, value))
                                .isEqualTo(new RuleReading.Value(value)));
    }

    @Test
    void values_ofNoRule_areNone() {
        assertThat(RuleChoices.values("", "")).isEmpty();
        assertThat(RuleChoices.values("colour", "")).isEmpty();
    }
}
