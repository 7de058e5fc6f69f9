package parley.reliability;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import parley.testing.Tap;

/**
 * A loopback place where people ask and read answers. What it tells is what people see there. A
 * question is known by the handle that asking gave. Safe for use by many threads.
 */
public interface Surface extends AutoCloseable {
    /** What the program is told of it. */
    Map<String, String> settings();

    /** The program runs, anew perhaps, at that address, which ends in a slash. */
    default void opened(String address) {}

    /** What nobody acknowledges is told again soon and for ever, so that no test has to wait. */
    default void impatient() {}

    /** The program is gone, without a word. */
    default void died() {}

    /** Who hears of every operation between the program and the platform. */
    void tap(Tap tap);

    /** Whether the program hears questions. */
    boolean ready();

    /** In how many channels people ask in turn. */
    int channels();

    /** Asks at the top of the next channel; gives the question's handle. */
    String ask(Exchange exchange);

    /** Asks in the thread of an earlier question; gives the new question's handle. */
    String ask(Exchange exchange, String earlier);

    /** The asker presses a button under the answer: retry, continue, up, down. */
    void press(String question, String button);

    /** Whether the asker sees that the bot is at work. */
    boolean signed(String question);

    /** The words beside the question about what the bot is doing; empty for none. */
    String status(String question);

    /** Each answer that stands to the question, oldest first; more than one is too many. */
    List<Answer> answers(String question);

    /** How often something was told again because nobody acknowledged it. */
    default int toldAgain() {
        return 0;
    }

    /** Whether the platform has nothing more to tell the program. */
    default boolean calm() {
        return true;
    }

    /** Waits for a while; throws an {@link AssertionError} when it never came. */
    void await(String what, Duration patience, BooleanSupplier condition);

    /** Which calls were refused for a limit. */
    List<String> overLimit();

    /** How often the bot's messages woke somebody. */
    int pings();

    /** Calls that a correct bot never makes. */
    List<?> violations();

    /** How many calls of each kind there were. */
    String calls();

    /** After which all budgets are whole again. */
    Duration window();

    /** Whether there is exactly one answer, at its end. */
    default boolean settled(String question) {
        List<Answer> answers = answers(question);
        return answers.size() == 1 && answers.getFirst().settled();
    }

    @Override
    void close();
}
