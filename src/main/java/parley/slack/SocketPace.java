package parley.slack;

import java.time.Duration;

/**
 * When what is done about a connection of Socket Mode.
 *
 * @param look how often a quiet connection is looked at
 * @param ping how long it may be quiet before it is pinged
 * @param silence how long it may stay quiet before it counts as broken
 * @param answer how long Slack may take for a new address, and again for its hello there
 * @param linger how long the old one still takes what was under way to it, when a new one is there
 * @param steady how long one must have held for the next to be opened at once
 * @param firstRetry the pause after a first failure; doubles with each further one
 * @param longestRetry the longest such pause
 * @param start how long the start waits for Slack's verdict on the settings
 * @param close how long the end waits for requests under way
 */
record SocketPace(
        Duration look,
        Duration ping,
        Duration silence,
        Duration answer,
        Duration linger,
        Duration steady,
        Duration firstRetry,
        Duration longestRetry,
        Duration start,
        Duration close) {

    static final SocketPace USUAL =
            new SocketPace(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofMillis(500),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(3));
}
