package parley;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the program does when it is told to end: the first SIGTERM or SIGINT ends it in order, the
 * second at once. Java itself ignores the second, which leaves nothing but SIGKILL to a person who
 * waits.
 *
 * <p>Java has no other way to hear of signals; JDK 25 keeps this one in {@code jdk.unsupported}.
 */
@SuppressWarnings("sunapi")
final class Signals {
    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
    private static final List<String> ENDS = List.of("TERM", "INT");

    /** As shells number what ended by a signal. */
    private static final int BY_SIGNAL = 128;

    private static final AtomicBoolean TOLD = new AtomicBoolean();

    private Signals() {}

    /** From now on; {@link Runtime#addShutdownHook hooks} are what ends in order. */
    static void hear() {
        for (String name : ENDS) {
            try {
                hear(new sun.misc.Signal(name));
            } catch (IllegalArgumentException e) {
                LOG.debug("Java keeps SIG{} to itself", name, e);
            }
        }
    }

    private static void hear(sun.misc.Signal signal) {
        sun.misc.SignalHandler _ = sun.misc.Signal.handle(signal, Signals::told);
    }

    private static void told(sun.misc.Signal signal) {
        int status = BY_SIGNAL + signal.getNumber();
        if (TOLD.compareAndSet(false, true)) {
            Thread.ofPlatform().name("exit").start(() -> System.exit(status));
        } else {
            LOG.warn("Told again to end: ending at once; the next start goes on");
            Runtime.getRuntime().halt(status);
        }
    }
}
