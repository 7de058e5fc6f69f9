package parley.rule;

/** What typed words come to as the value of a rule. */
public sealed interface RuleReading {
    /** The value as it is stored. */
    record Value(String value) implements RuleReading {}

    /** A group of people of which the platform has to tell the id. */
    record Group(String name) implements RuleReading {}

    /**
     * Nothing that the rule can be.
     *
     * @param wanted continues "takes …"
     */
    record Unclear(String wanted) implements RuleReading {}
}
