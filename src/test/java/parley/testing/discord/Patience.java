package parley.testing.discord;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether the bot waits as long as a 429 told it to. A call that was under way already when the 429
 * came is not held against it: one in the same bucket counts when it comes a moment later by real
 * time, and the refused call itself at once. Guarded by the watch.
 */
final class Patience {
    private static final long UNDER_WAY = Duration.ofMillis(250).toNanos();
    private static final String EVERYTHING = "everything";

    private final World world;
    private final Map<String, Pause> pauses = new HashMap<>();

    /**
     * No call until then.
     *
     * @param until by the fake's time
     * @param told by real time
     */
    private record Pause(Call refused, long until, long told) {}

    Patience(World world) {
        this.world = world;
    }

    /** It is told to wait, in the call's bucket or with everything. */
    void told(Call call, double seconds, boolean global) {
        long until = world.clock.nanos() + (long) (seconds * 1e9);
        pauses.put(
                global ? EVERYTHING : RateLimits.key(call),
                new Pause(call, until, System.nanoTime()));
    }

    /** The bot is another process, which was told nothing. */
    void restarted() {
        pauses.clear();
    }

    void arrived(Call call) {
        check(call, RateLimits.key(call));
        if (!RateLimits.isInteraction(call.template())) {
            check(call, EVERYTHING);
        }
    }

    private void check(Call call, String key) {
        Pause pause = pauses.get(key);
        if (pause == null) {
            return;
        }
        long early = pause.until - world.clock.nanos();
        if (early <= 0) {
            pauses.remove(key);
            return;
        }
        boolean same =
                !call.body().isMissingNode()
                        && pause.refused.path().equals(call.path())
                        && pause.refused.method().equals(call.method())
                        && pause.refused.body().equals(call.body());
        if (same || System.nanoTime() - pause.told > UNDER_WAY) {
            world.violate(
                    call.where(), "impatient", "%.3f s before its time".formatted(early / 1e9));
        }
    }
}
