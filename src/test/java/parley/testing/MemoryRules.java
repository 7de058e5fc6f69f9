package parley.testing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import parley.chat.Author;
import parley.chat.UserId;
import parley.rule.Rule;
import parley.rule.RuleScope;
import parley.rule.RuleSetting;
import parley.rule.RuleStore;
import parley.rule.Rules;

/** Rules in memory, which count how often they are read. Safe for use by many threads. */
public final class MemoryRules implements RuleStore {
    private static final Author ADA = new Author(new UserId("ada"), "Ada Lovelace");

    private final Map<RuleScope, Map<Rule, RuleSetting>> settings = new LinkedHashMap<>();
    private final AtomicInteger reads = new AtomicInteger();

    /** Rules of which none is set. */
    public static Rules none() {
        return new Rules(new MemoryRules(), 90);
    }

    /** Sets a rule as somebody would. */
    public static RuleSetting setting(RuleScope scope, Rule rule, String value) {
        return new RuleSetting(scope, rule, value, ADA, Instant.parse("2026-11-21T08:09:10Z"));
    }

    public int reads() {
        return reads.get();
    }

    @Override
    public synchronized List<RuleSetting> of(RuleScope scope) {
        reads.incrementAndGet();
        return List.copyOf(settings.getOrDefault(scope, Map.of()).values());
    }

    @Override
    public synchronized void set(RuleSetting setting) {
        settings.computeIfAbsent(setting.scope(), _ -> new LinkedHashMap<>())
                .put(setting.rule(), setting);
    }

    @Override
    public synchronized boolean reset(RuleScope scope, Rule rule) {
        Map<Rule, RuleSetting> set = settings.get(scope);
        return set != null && set.remove(rule) != null;
    }
}
