package parley.command;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import parley.chat.Author;
import parley.chat.ChannelId;
import parley.rule.Rule;
import parley.rule.RuleScope;
import parley.rule.RuleSetting;
import parley.rule.RuleValues;
import parley.rule.Rules;

/**
 * That a rule is to have another value in a scope; immutable.
 *
 * @param before the value set there when it was asked for; empty for none
 * @param after the value that is to be set; empty to take back what is
 */
public record RuleChange(
        RuleScope scope, Rule rule, Optional<String> before, Optional<String> after) {

    /** The change from what is set there now. */
    static RuleChange from(Rules rules, RuleScope scope, Rule rule, Optional<String> after) {
        return new RuleChange(scope, rule, set(rules, scope, rule), after);
    }

    private static Optional<String> set(Rules rules, RuleScope scope, Rule rule) {
        return rules.of(scope)
                .setting(rule)
                .filter(setting -> setting.scope().equals(scope))
                .map(RuleSetting::value);
    }

    /** Whether nothing would be another way. */
    boolean isIdle() {
        return before.equals(after);
    }

    /** Whether the value is still the one that it was when this was asked for, or is changed. */
    public boolean fits(Rules rules) {
        Optional<String> now = set(rules, scope, rule);
        return now.equals(before) || now.equals(after);
    }

    /** All that there is to it besides the channel in which it was asked for. */
    public Map<String, String> data() {
        Map<String, String> data = new TreeMap<>();
        data.put("rule", rule.word());
        data.put("for", scope instanceof RuleScope.OfWorkspace ? "workspace" : "channel");
        before.ifPresent(value -> data.put("before", value));
        after.ifPresent(value -> data.put("after", value));
        return data;
    }

    /**
     * The change that gave these data.
     *
     * @throws java.util.NoSuchElementException when there is no such rule
     */
    public static RuleChange read(ChannelId channel, Map<String, String> data) {
        boolean everywhere = "workspace".equals(data.get("for"));
        return new RuleChange(
                everywhere
                        ? new RuleScope.OfWorkspace(channel.workspace())
                        : new RuleScope.OfChannel(channel),
                Rule.of(data.getOrDefault("rule", "")).orElseThrow(),
                Optional.ofNullable(data.get("before")),
                Optional.ofNullable(data.get("after")));
    }

    /** Makes it; a second time changes nothing more. Durable on return. */
    public void apply(Rules rules, Author by, Instant at) {
        if (after.isPresent()) {
            rules.set(new RuleSetting(scope, rule, after.get(), by, at));
        } else {
            boolean _ = rules.reset(scope, rule);
        }
    }

    /** What is changed, for the audit log. */
    public String target() {
        return rule.word() + " " + scope.key();
    }

    /** From what to what, for the audit log. */
    public String detail() {
        return shown(before) + " -> " + shown(after);
    }

    private String shown(Optional<String> value) {
        return value.map(it -> RuleValues.shown(rule, it)).orElse("not set");
    }

    /** What whoever asks for it wants, as goes behind "Ada wants to". */
    public String wish() {
        String word = Markdown.code(rule.word());
        String place = RuleWords.place(scope);
        return after.map(it -> "set the rule " + word + " to " + value(it) + " for " + place)
                .orElseGet(() -> "take the rule " + word + " back for " + place);
    }

    /** What was done, as goes behind "Ada". */
    public String did() {
        String word = Markdown.code(rule.word());
        String place = RuleWords.place(scope);
        return after.map(it -> "set the rule " + word + " to " + value(it) + " for " + place)
                .orElseGet(() -> "took the rule " + word + " back for " + place);
    }

    private String value(String stored) {
        return Markdown.code(RuleValues.shown(rule, stored));
    }
}
