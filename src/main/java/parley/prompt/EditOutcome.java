package parley.prompt;

import java.util.List;

/** What came of a change to a persona in chat. */
public sealed interface EditOutcome {
    /** It is in use from the next question on. */
    record Saved(PersonaVersion version) implements EditOutcome {}

    /** What was asked for is what is in use: there is no new version. */
    record Unchanged(PersonaVersion now) implements EditOutcome {}

    /**
     * Another version came into use after the one that the author had seen; nothing was stored.
     *
     * @param now the one in use, or the reset that took the persona away
     */
    record Conflict(PersonaVersion now) implements EditOutcome {}

    /** The text is no persona; nothing was stored. */
    record Faulty(List<PersonaFault> faults) implements EditOutcome {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /** There is no such persona, or no such version of it. */
    record Missing() implements EditOutcome {}
}
