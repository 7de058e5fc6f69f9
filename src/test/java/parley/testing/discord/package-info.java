/**
 * Discord on loopback: a server of its REST API, gateway and interactions, with people who act by
 * script. {@link parley.testing.discord.FakeDiscord} is where to begin.
 */
@NullMarked
package parley.testing.discord;

import org.jspecify.annotations.NullMarked;
