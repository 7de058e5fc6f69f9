package parley.testing.discord;

import java.util.HashMap;
import java.util.Map;

/**
 * Which messages the bot is changing: one change of each at a time. A call that hangs by script is
 * over at once, as nobody knows when the bot gives it up. Guarded by the watch.
 */
final class WritesInFlight {
    private final World world;
    private final Map<String, Integer> writes = new HashMap<>();

    WritesInFlight(World world) {
        this.world = world;
    }

    void begin(Call call) {
        if (isWrite(call) && writes.merge(call.path(), 1, Integer::sum) > 1) {
            world.violate(call.where(), "overlap", "another write of it has no answer yet");
        }
    }

    void end(Call call) {
        if (isWrite(call)) {
            writes.computeIfPresent(call.path(), (_, many) -> many == 1 ? null : many - 1);
        }
    }

    private static boolean isWrite(Call call) {
        return call.path().matches("(channels|webhooks)/.*/messages/[^/]+")
                && (call.method().equals("PATCH") || call.method().equals("DELETE"));
    }
}
