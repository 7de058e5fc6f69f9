package parley.claude;

import java.time.Duration;
import java.util.Optional;

/**
 * What is known of one way to Claude, a model or the address of all: whether it may be asked now.
 * It opens after some failures in a row, and at once on one that does not pass by itself. While it
 * is open one request at a time tries it, after growing pauses, and the first answer that begins
 * closes it. Pure: the time is passed in; not thread-safe.
 */
final class Circuit {
    /** So many failures in a row open it. */
    private static final int FAILURES = 3;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** Between tries of what somebody has to mend first, or what the API wants left alone. */
    private static final Duration LASTING_PAUSE = Duration.ofMinutes(1);

    /**
     * So many requests at once may begin when none has been answered for a while, and one more each
     * second: a refused key is not shown to the API by everybody at once, nor a slow answer waited
     * for.
     */
    private static final int FEW = 4;

    private static final long PROVEN = Duration.ofMinutes(1).toNanos();
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** A try that is under way ends by itself, and then everybody is told. */
    private static final long UNTIL_TOLD = Duration.ofMinutes(2).toNanos();

    private int failures;
    private Optional<ClaudeException> why = Optional.empty();
    private boolean open;
    private boolean lasting;
    private boolean tried;
    private long openedAt;
    private long tryAt;
    private Duration pause = Duration.ZERO;
    private int beginning;
    private long beganFirst;
    private boolean proven;
    private long provenAt;

    /** Whether a request may go this way. */
    sealed interface Look {
        record Free() implements Look {}

        /** Not just now, though nothing is wrong; look again after so many nanoseconds. */
        record Busy(long nanos) implements Look {}

        /**
         * It is open; look again after so many nanoseconds.
         *
         * @param tried whether a request tries it just now
         */
        record Shut(long nanos, boolean tried) implements Look {}
    }

    Look look(long now) {
        if (open) {
            return tried
                    ? new Look.Shut(UNTIL_TOLD, true)
                    : tryAt - now > 0 ? new Look.Shut(tryAt - now, false) : new Look.Free();
        }
        return mayBegin(now) ? new Look.Free() : new Look.Busy(SECOND);
    }

    private boolean mayBegin(long now) {
        boolean known = proven && now - provenAt < PROVEN;
        return known || beginning == 0 || beginning < FEW + (now - beganFirst) / SECOND;
    }

    /**
     * A request goes this way; exactly one of {@link #began}, {@link #failed} and {@link #left}
     * must follow.
     *
     * @return whether it tries the open circuit
     */
    boolean enter(long now) {
        if (open) {
            tried = true;
            return true;
        }
        if (beginning == 0) {
            beganFirst = now;
        }
        beginning++;
        return false;
    }

    /** Its answer begins: all is well. Tells whether the circuit was open. */
    boolean began(boolean trying, long now) {
        left(trying);
        boolean was = open;
        open = false;
        tried = false;
        failures = 0;
        proven = true;
        provenAt = now;
        return was;
    }

    /**
     * It failed.
     *
     * @param lasts whether waiting alone does not help
     * @return whether the circuit opened
     */
    boolean failed(boolean trying, ClaudeException fault, boolean lasts, long now) {
        left(trying);
        proven = false;
        failures++;
        if (open && !trying && !(lasts && !lasting)) {
            return false;
        }
        boolean opens = !open && (lasts || failures >= FAILURES);
        why = Optional.of(fault);
        if (opens) {
            open = true;
            openedAt = now;
            pause = FIRST_PAUSE;
        } else if (open) {
            pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        }
        lasting = lasts;
        Duration asked = shorter(fault.hint().after().orElse(Duration.ZERO), LASTING_PAUSE);
        tryAt = now + (lasting ? LASTING_PAUSE : longer(pause, asked)).toNanos();
        return opens;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Nothing was learned from it. */
    void left(boolean trying) {
        if (trying) {
            tried = false;
        } else {
            beginning--;
        }
    }

    boolean isOpen() {
        return open;
    }

    /** Whether it is open for something that does not pass by itself. */
    boolean lasting() {
        return lasting;
    }

    /** The newest failure that counts. */
    ClaudeException why() {
        return why.orElseThrow();
    }

    Duration openFor(long now) {
        return Duration.ofNanos(now - openedAt);
    }

    /** Whether nothing depends on what is known here. */
    boolean idle(long now) {
        return !open && beginning == 0 && !(proven && now - provenAt < PROVEN) && failures == 0;
    }
}
