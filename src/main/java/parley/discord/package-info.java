/**
 * Discord: translates its events, and writes answers into its threads. Nobody else knows Discord's
 * client.
 */
@NullMarked
package parley.discord;

import org.jspecify.annotations.NullMarked;
