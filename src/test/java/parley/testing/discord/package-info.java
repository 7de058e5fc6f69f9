/** Discord on loopback: a server of its REST API and its gateway, with people who act by script. */
@NullMarked
package parley.testing.discord;

import org.jspecify.annotations.NullMarked;
