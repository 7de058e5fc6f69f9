package parley.testing.slack;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The ids with which an app may open a modal: for three seconds, once
 * (docs.slack.dev/interactivity/handling-user-interaction). Guarded by the watch.
 */
final class Triggers {
    private static final long LIFE = Duration.ofSeconds(3).toNanos();

    private final SlackClock clock;
    private final Map<String, Trigger> given = new HashMap<>();
    private int numbers;

    private static final class Trigger {
        private final String user;
        private final long since;
        private boolean used;

        private Trigger(String user, long since) {
            this.user = user;
            this.since = since;
        }
    }

    Triggers(SlackClock clock) {
        this.clock = clock;
    }

    String fresh(String user) {
        String id = "1000000000." + ++numbers + ".abcdef0123456789";
        given.put(id, new Trigger(user, clock.nanos()));
        return id;
    }

    /** Uses it up; who caused it. */
    String take(String id) {
        Trigger trigger = given.get(id);
        if (trigger == null) {
            throw ApiError.mistake("invalid_trigger_id", "never given out: " + id);
        }
        if (trigger.used) {
            throw ApiError.mistake("exchanged_trigger_id", id);
        }
        if (clock.nanos() - trigger.since > LIFE) {
            throw ApiError.refusal("expired_trigger_id");
        }
        trigger.used = true;
        return trigger.user;
    }
}
