/**
 * What admins decide for a channel: when the bot answers there, whom, with which model, how often,
 * and how long what was said is kept.
 */
@NullMarked
package parley.rule;

import org.jspecify.annotations.NullMarked;
