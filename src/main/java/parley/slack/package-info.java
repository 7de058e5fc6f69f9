/**
 * Slack: translates its events, and writes answers into its threads. Nobody else knows Slack's
 * client.
 */
@NullMarked
package parley.slack;

import org.jspecify.annotations.NullMarked;
