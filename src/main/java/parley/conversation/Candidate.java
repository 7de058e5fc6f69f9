package parley.conversation;

import java.time.Duration;
import java.util.Optional;
import parley.claude.ClaudeException;
import parley.usage.ChosenModel;

/** One of the models that may answer a turn, and what came of asking it. For one thread. */
final class Candidate {
    private final ChosenModel model;
    private Optional<ClaudeException> why = Optional.empty();
    private boolean declined;
    private boolean out;
    private boolean tired;
    private int failures;
    private int brokenStreams;
    private Duration held = Duration.ZERO;
    private long notBefore;

    Candidate(ChosenModel model) {
        this.model = model;
    }

    /**
     * It was asked and did not answer.
     *
     * @param begun whether its answer had begun
     * @param jitter from 0 to 1
     */
    void failed(ClaudeException fault, boolean begun, long now, double jitter) {
        why = Optional.of(fault);
        failures++;
        brokenStreams += begun ? 1 : 0;
        Duration pause = fault.hint().after().orElseGet(() -> Patience.pause(failures, jitter));
        out =
                out
                        || !fault.hint().worthwhile()
                        || brokenStreams >= Patience.MOST_BROKEN_STREAMS
                        || pause.compareTo(Patience.WHEN_LONG_DOWN) > 0;
        held = held.plus(pause);
        tired = held.compareTo(Patience.BEFORE_ANOTHER_MODEL) > 0;
        notBefore = now + pause.toNanos();
    }

    /** It answers others, but declined this question. */
    void declined() {
        declined = true;
        out = true;
    }

    /** It was not asked, because it fails for others. */
    void shut(ClaudeException fault) {
        why = Optional.of(fault);
    }

    ChosenModel model() {
        return model;
    }

    /** Whether it is not asked any more. */
    boolean out() {
        return out;
    }

    /** Whether others are asked before it. */
    boolean tired() {
        return tired;
    }

    /** Nanoseconds until it may be asked again; zero or less for now. */
    long pause(long now) {
        return failures == 0 ? 0 : notBefore - now;
    }

    Optional<ClaudeException> why() {
        return why;
    }

    /** Why another one answers. */
    String excuse() {
        return declined ? "declined" : why.map(Sentences::excuse).orElse("did not answer");
    }
}
