package parley.prompt;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The persona folder cannot be used; the message has one line per fault. */
public final class PromptException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<PersonaFault> faults;

    PromptException(Path folder, List<PersonaFault> faults) {
        super(faults.stream().map(fault -> fault.in(folder)).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** Everything that is wrong in the folder, not only what stopped the start. */
    public List<PersonaFault> faults() {
        return faults;
    }
}
