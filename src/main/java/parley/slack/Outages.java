package parley.slack;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Tells from what Slack sends again that it could not deliver for a while: it gives an event up
 * after the third repetition, some six minutes later. Only of use where events come by HTTP, since
 * nothing else shows there that none came. Safe for use by many threads.
 *
 * @see <a href="https://docs.slack.dev/apis/events-api/#retries">Retries</a>
 */
final class Outages {
    private final Consumer<Instant> back;
    private final InstantSource clock;

    /** When the last event came at the first attempt. */
    private Instant heard;

    /** What happened before is looked for already. */
    private Instant covered;

    /**
     * @param back is told since when something may be missing; returns at once
     */
    Outages(Consumer<Instant> back, InstantSource clock) {
        this.back = back;
        this.clock = clock;
        heard = clock.instant();
        covered = heard;
    }

    /** An event came at the first attempt. */
    synchronized void heard() {
        heard = clock.instant();
    }

    /** An event of that moment came at a later attempt. */
    synchronized void repeated(Instant happened) {
        if (happened.isAfter(covered)) {
            back.accept(heard);
            covered = clock.instant();
            heard = covered;
        }
    }
}
