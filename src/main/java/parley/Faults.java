package parley;

import org.slf4j.LoggerFactory;
import parley.prompt.PromptException;
import parley.store.StoreException;

/** How the program says why it does not go on: plain lines on standard error, no stack trace. */
final class Faults {
    private static final int STOPPED = 1;
    private static final int WRONGLY_SET_UP = 2;

    private Faults() {}

    /** Tells the fault; gives the exit status that goes with it. */
    static int report(Exception fault) {
        LoggerFactory.getLogger(Faults.class).debug("Stopped by", fault);
        return switch (fault) {
            case SettingsException settings -> {
                settings.faults().forEach(System.err::println);
                yield WRONGLY_SET_UP;
            }
            case PromptException prompts -> {
                System.err.println(prompts.getMessage());
                yield WRONGLY_SET_UP;
            }
            case StoreException store -> {
                System.err.println(store.getMessage());
                yield STOPPED;
            }
            default -> {
                System.err.println("Parley stopped: " + fault.getMessage());
                yield STOPPED;
            }
        };
    }
}
