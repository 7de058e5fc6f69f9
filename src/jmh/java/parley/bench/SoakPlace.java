package parley.bench;

import java.util.Map;
import java.util.random.RandomGenerator;

/** Where people of the {@link Soak} talk with the bot. Safe for use by many threads. */
interface SoakPlace extends AutoCloseable {
    String name();

    /** What the program is told of it. */
    Map<String, String> settings();

    /** Called once the program is ready, with its address; waits until it hears questions. */
    void open(String address) throws InterruptedException;

    /** Begins a thread as that person, from 0; gives what the other methods know the thread by. */
    String ask(int person, String words);

    /** Goes on in the thread. */
    void follow(int person, String thread, String words);

    /** Whether the newest question of the thread has a whole answer. */
    boolean finished(String thread);

    /** What that answer says, as the model wrote it but for white space. */
    String text(String thread);

    /** Has the newest answer of the thread written again. */
    void retry(int person, String thread);

    /** Nobody writes in the thread any more. */
    default void leave(String thread) {}

    /** Uses a command. */
    void command(int person);

    /** Something goes wrong between the place and the program; gives what it was. */
    String disturb(RandomGenerator random);

    /** What the program did that the place forbids, limits among it. */
    int wrong();

    @Override
    void close();
}
