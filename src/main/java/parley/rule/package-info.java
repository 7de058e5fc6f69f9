/**
 * What admins decide for a channel: when the bot answers there, whom, with which model, how often,
 * and how long what was said is kept; and what became of the newest message of each place. Read
 * {@link parley.rule.Rule} and {@link parley.rule.Rules} first.
 */
@NullMarked
package parley.rule;

import org.jspecify.annotations.NullMarked;
