package parley.prompt;

import java.util.List;
import java.util.Optional;

/**
 * What is known of one file; immutable.
 *
 * @param stamp of the file when it was last read
 * @param good its last good version
 * @param faults of the version that was last read
 */
record Loaded<T>(FileStamp stamp, Optional<T> good, List<PersonaFault> faults) {
    Loaded {
        faults = List.copyOf(faults);
    }

    static <T> Loaded<T> nothing() {
        return new Loaded<>(FileStamp.GONE, Optional.empty(), List.of());
    }
}
