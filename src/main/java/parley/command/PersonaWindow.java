package parley.command;

import java.util.List;
import java.util.Optional;
import parley.chat.Form;
import parley.prompt.PersonaId;
import parley.prompt.PersonaVersion;

/** The window in which a persona is written. */
final class PersonaWindow {
    static final String KIND = "edit";
    static final String REASON = "reason";
    static final int LONGEST_REASON = 200;

    private static final int LONGEST_TITLE = 24;
    private static final int LONGEST_SETTINGS = 6_000;

    /** As long as a persona's file may have it. */
    private static final int LONGEST_PROMPT = 100_000;

    private PersonaWindow() {}

    /**
     * @param inUse what to begin from; empty for a new persona
     */
    static Form of(PersonaId persona, Optional<PersonaVersion> inUse) {
        PersonaSheet sheet =
                inUse.map(version -> PersonaSheet.of(version.text()))
                        .orElseGet(PersonaSheet::template);
        return new Form(
                KIND + ":" + persona + ":" + inUse.map(PersonaVersion::number).orElse(0),
                title(inUse.isPresent() ? "Edit " : "New: ", persona),
                "Save",
                List.of(
                        new Form.Field(
                                PersonaSheet.SETTINGS,
                                "Settings",
                                "description: What it is for, in one line",
                                sheet.settings(),
                                true,
                                false,
                                Math.max(LONGEST_SETTINGS, sheet.settings().length())),
                        new Form.Field(
                                PersonaSheet.PROMPT,
                                "System prompt",
                                "You are …",
                                sheet.prompt(),
                                true,
                                false,
                                LONGEST_PROMPT),
                        new Form.Field(
                                REASON,
                                "Reason",
                                "Why, in one line; it stands in the history",
                                "",
                                false,
                                true,
                                LONGEST_REASON)));
    }

    private static String title(String verb, PersonaId persona) {
        String whole = verb + persona;
        return whole.length() <= LONGEST_TITLE
                ? whole
                : whole.substring(0, LONGEST_TITLE - 1) + "…";
    }
}
