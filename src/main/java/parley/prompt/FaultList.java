package parley.prompt;

import java.util.ArrayList;
import java.util.List;

/** Collects the faults of one file while it is read; for one thread. */
final class FaultList {
    private final String file;
    private final List<PersonaFault> faults = new ArrayList<>();

    FaultList(String file) {
        this.file = file;
    }

    void add(int line, String message) {
        faults.add(new PersonaFault(file, line, message));
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    /** The faults in the order of their lines. */
    List<PersonaFault> toList() {
        return faults.stream().sorted((a, b) -> Integer.compare(a.line(), b.line())).toList();
    }
}
