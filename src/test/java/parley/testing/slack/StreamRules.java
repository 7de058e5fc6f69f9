package parley.testing.slack;

import java.time.Duration;

/**
 * When Slack ends a stream by itself. Neither end is documented: about five minutes after its start
 * (python-slack-sdk#1859), and somewhere above 10,600 bytes of text in UTF-8. Safe for use by many
 * threads.
 */
public final class StreamRules {
    private static final Duration OLDEST = Duration.ofMinutes(5);
    private static final int LARGEST = 10_600;

    private final SlackClock clock;
    private volatile Duration oldest = OLDEST;
    private volatile int largest = LARGEST;

    StreamRules(SlackClock clock) {
        this.clock = clock;
    }

    /** How old a stream may become; 300 seconds unless set. */
    public StreamRules endAfter(Duration age) {
        oldest = age;
        return this;
    }

    /** How many bytes of UTF-8 a stream may hold; 10,600 unless set. */
    public StreamRules endBeyond(int bytes) {
        largest = bytes;
        return this;
    }

    /** Whether it was ended just now. */
    boolean endIfOld(Post post) {
        if (post.streaming() && clock.nanos() - post.streamSince >= oldest.toNanos()) {
            post.stream = Post.Stream.BROKEN;
            return true;
        }
        return false;
    }

    /** Where a test sets a lower limit, reaching it is no mistake of the bot. */
    ApiError tooOld(Post post) {
        String error = "message_not_in_streaming_state";
        return oldest.compareTo(OLDEST) < 0
                ? ApiError.refusal(error)
                : ApiError.mistake(error, post.ts + " was older than " + oldest);
    }

    void checkSize(int bytes) {
        if (bytes > largest) {
            throw bytes <= LARGEST
                    ? ApiError.refusal("msg_too_long")
                    : ApiError.mistake("msg_too_long", "a stream of " + bytes + " bytes");
        }
    }
}
