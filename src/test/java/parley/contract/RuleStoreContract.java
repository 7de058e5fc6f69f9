package parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.contract.Events.ANN;
import static parley.contract.Events.BOB;
import static parley.contract.Events.CHANNEL;
import static parley.contract.Events.NOON;

import org.junit.jupiter.api.Test;
import parley.rule.Rule;
import parley.rule.RuleScope;
import parley.rule.RuleSetting;
import parley.rule.RuleStore;

/** What every {@link RuleStore} must do. */
public abstract class RuleStoreContract {
    private static final RuleScope HERE = new RuleScope.OfChannel(CHANNEL);
    private static final RuleScope ALL = new RuleScope.OfWorkspace(CHANNEL.workspace());

    /** Rules of an empty store, the same for the whole test. */
    protected abstract RuleStore rules();

    private static RuleSetting setting(RuleScope scope, Rule rule, String value) {
        return new RuleSetting(scope, rule, value, ANN, NOON);
    }

    @Test
    void of_severalScopes_isWhatWasSetForExactlyThat() {
        rules().set(setting(HERE, Rule.HOUR, "10"));
        rules().set(setting(HERE, Rule.WHO, "group:S1 on call"));
        rules().set(setting(ALL, Rule.HOUR, "100"));

        assertThat(rules().of(HERE))
                .containsExactlyInAnyOrder(
                        setting(HERE, Rule.HOUR, "10"),
                        setting(HERE, Rule.WHO, "group:S1 on call"));
        assertThat(rules().of(ALL)).containsExactly(setting(ALL, Rule.HOUR, "100"));
    }

    @Test
    void set_again_replaces() {
        rules().set(setting(HERE, Rule.HOUR, "10"));
        var later = new RuleSetting(HERE, Rule.HOUR, "5", BOB, NOON.plusSeconds(1));
        rules().set(later);

        assertThat(rules().of(HERE)).containsExactly(later);
    }

    @Test
    void reset_set_tellsWhetherItWas() {
        rules().set(setting(HERE, Rule.HOUR, "10"));
        rules().set(setting(HERE, Rule.PERSON, "2"));

        assertThat(rules().reset(HERE, Rule.HOUR)).isTrue();
        assertThat(rules().reset(HERE, Rule.HOUR)).isFalse();
        assertThat(rules().reset(ALL, Rule.PERSON)).isFalse();
        assertThat(rules().of(HERE)).containsExactly(setting(HERE, Rule.PERSON, "2"));
    }
}
