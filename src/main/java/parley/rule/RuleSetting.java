package parley.rule;

import java.time.Instant;
import parley.chat.Author;

/**
 * That a rule has a value somewhere, and who said so when.
 *
 * @param value as {@link RuleValues} writes it
 */
public record RuleSetting(RuleScope scope, Rule rule, String value, Author setBy, Instant setAt) {}
