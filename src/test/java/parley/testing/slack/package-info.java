/**
 * Slack on loopback: a server of its Web API, Socket Mode and HTTP events, with people who act by
 * script. {@link parley.testing.slack.FakeSlack} is where to begin.
 */
@NullMarked
package parley.testing.slack;

import org.jspecify.annotations.NullMarked;
