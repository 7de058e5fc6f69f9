package parley.rule;

import java.util.List;

/**
 * The rules that were set in chat; durable. Safe for use by many threads; failures of the store
 * come as unchecked exceptions.
 */
public interface RuleStore {
    /** Everything that is set for exactly that scope. */
    List<RuleSetting> of(RuleScope scope);

    /** Sets or replaces the value in its scope; durable on return. */
    void set(RuleSetting setting);

    /** Removes the value; false when there was none. Durable on return. */
    boolean reset(RuleScope scope, Rule rule);
}
