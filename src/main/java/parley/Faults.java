package parley;

import org.slf4j.LoggerFactory;

/** How the program says why it does not go on: settings line by line, other faults in one line. */
final class Faults {
    private Faults() {}

    /** The exit status that goes with the fault, after telling it on standard error. */
    static int report(Exception fault) {
        if (fault instanceof SettingsException settings) {
            settings.faults().forEach(System.err::println);
            return 2;
        }
        LoggerFactory.getLogger(Faults.class).debug("Stopped by", fault);
        System.err.println("Parley stopped: " + fault.getMessage());
        return 1;
    }
}
