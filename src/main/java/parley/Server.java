package parley;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The command {@code serve}: starts Parley, says where it is, and stops it when told to. */
final class Server {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    /**
     * How long answers under way may go on after the signal to stop; the rest is left for later.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Whatever hangs, the program ends within this time. */
    private static final Duration LONGEST = Duration.ofSeconds(19);

    private Server() {}

    static int serve() {
        Settings settings = Settings.load(System.getenv(), Path.of(""));
        Parley parley = Parley.open(settings, new SystemTime());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .name("end")
                                .unstarted(() -> {
                                    stop(parley);
                                    stopped.countDown();
                                }));
        Signals.hear();
        parley.begin();
        System.out.println(parley.readyLine());
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static void stop(Parley parley) {
        Thread stopping =
                Thread.ofPlatform().daemon().name("stop").start(() -> parley.stop(PATIENCE));
        try {
            if (!stopping.join(LONGEST)) {
                LOG.warn("Ending all the same; the next start goes on with what is stored");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
