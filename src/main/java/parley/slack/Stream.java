package parley.slack;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A message that Slack shows as a stream, as far as this process knows; immutable.
 *
 * @param streamed what was sent so far, all of it acknowledged
 * @param startedAt by the ticker
 * @param state whether it takes more
 */
record Stream(String streamed, long startedAt, State state) {
    /**
     * How much text a stream takes, in UTF-8 bytes. Slack documents no limit; streams have been
     * seen to end between 10,600 and 12,000.
     */
    static final int MOST_BYTES = 9_000;

    /** Slack ends streams after about five minutes, undocumented and however busy they are. */
    static final Duration LONGEST = Duration.ofSeconds(240);

    enum State {
        /** What Slack shows is known, and more can be appended. */
        LIVE,
        /** It may have taken a text of which no answer came, or be over: it must be stopped. */
        DOUBTFUL,
        /** Stopped: from now on it is a message like others. */
        OVER
    }

    static Stream begun(String text, long now) {
        return new Stream(text, now, State.LIVE);
    }

    Stream and(String delta) {
        return new Stream(streamed + delta, startedAt, state);
    }

    Stream in(State other) {
        return new Stream(streamed, startedAt, other);
    }

    /** Whether it can go on until it shows that text. */
    boolean takes(String text, long now) {
        return state == State.LIVE
                && now - startedAt < LONGEST.toNanos()
                && text.startsWith(streamed)
                && fits(text);
    }

    /** Whether a stream can show that much. */
    static boolean fits(String text) {
        return text.length() <= MOST_BYTES
                && text.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }

    /** What is still to be sent until it shows that text. */
    String rest(String text) {
        return text.substring(streamed.length());
    }
}
