package parley.testing.discord;

import java.time.Duration;
import parley.testing.Tap;

/** How the gateway behaves, as tests set it. Guarded by the watch. */
final class GatewayRules {
    /** Discord's own, as it mostly tells it. */
    Duration heartbeat = Duration.ofMillis(41_250);

    /** How long two identifies must lie apart; Discord says 5 seconds. Zero for not at all. */
    Duration identifyPause = Duration.ZERO;

    /** The privileged intents that the app has switched on. */
    long privileged = Intents.PRIVILEGED;

    /** How many identifies are left of those of a day; one more, and Discord resets the token. */
    int startsLeft = 1_000;

    /** Whether heartbeats are answered. */
    boolean acknowledges = true;

    /** Whether new connections carry nothing. */
    boolean silent;

    /** Who hears of every dispatch. */
    Tap tap = Tap.NONE;

    /** Whether new connections are dropped at once. */
    boolean dropping;
}
