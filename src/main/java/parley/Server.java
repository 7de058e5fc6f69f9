package parley;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** The command {@code serve}: starts Parley, says where it is, and stops it when told to. */
final class Server {
    /**
     * How long answers under way may go on after the signal to stop; the rest is left for later.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Server() {}

    static int serve() {
        Settings settings = Settings.load(System.getenv(), Path.of(""));
        Parley parley = Parley.start(settings);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .name("stop")
                                .unstarted(() -> {
                                    parley.stop(PATIENCE);
                                    stopped.countDown();
                                }));
        System.out.println(parley.readyLine());
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }
}
