package parley;

import java.util.List;

/** The settings are wrong or half set; one line per fault, each with the variable and the mend. */
final class SettingsException extends RuntimeException {
    private final List<String> faults;

    SettingsException(List<String> faults) {
        super(String.join(System.lineSeparator(), faults));
        this.faults = List.copyOf(faults);
    }

    List<String> faults() {
        return faults;
    }
}
