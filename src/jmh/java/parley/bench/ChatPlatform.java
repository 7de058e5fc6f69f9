package parley.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A loopback platform that a {@link ChatLoad} asks questions on. Safe for use by many threads. */
interface ChatPlatform extends AutoCloseable {
    /** What the program is told of it. */
    Map<String, String> settings();

    /** Whether the program hears questions. */
    boolean isReady();

    /** How people call the places in which questions are asked in turn. */
    int channels();

    /** Asks in that channel, from 0; gives what the other methods know the question by. */
    String ask(int channel, String words);

    /** Whether the asker sees that the bot is at work. */
    boolean signed(String question);

    boolean begun(String question);

    boolean finished(String question);

    /**
     * The answer as the model wrote it, as far as it is shown; to be compared without white space.
     */
    String text(String question);

    /** Waits for a while; throws an {@link AssertionError} when it never came. */
    void await(BooleanSupplier condition);

    /** Calls that were refused for a limit. */
    int overLimit();

    /** Calls that a correct bot never makes. */
    List<?> wrong();

    /** How many calls of each kind there were. */
    String calls();

    /** After which all budgets are whole again. */
    Duration window();

    @Override
    void close();
}
