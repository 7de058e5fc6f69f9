package parley.command;

import java.util.List;
import java.util.stream.Collectors;
import parley.prompt.PersonaFault;
import parley.prompt.PersonaId;

/**
 * A persona as people write it in a window; immutable.
 *
 * @param settings the header, without the name and the lines of hyphens around it
 * @param prompt the system prompt
 */
record PersonaSheet(String settings, String prompt) {
    static final String SETTINGS = "settings";
    static final String PROMPT = "prompt";

    private static final String MARK = "---";
    private static final int LINES_ABOVE = 2;

    PersonaSheet {
        // Platforms strip what people send: what they leave must not look like another text.
        settings = settings.stripTrailing();
        prompt = prompt.strip();
    }

    /** Something to begin with. */
    static PersonaSheet template() {
        return new PersonaSheet(
                """
                description: What it is for, in one line.
                # Others that can stand here: model, effort, stop_sequences, fallback_models,
                # footer, suggested_prompts. What is left out is as for every persona.
                max_tokens: 8000
                """,
                """
                You are … in a team's chat threads.

                - What it does:
                - How it writes:
                - What it leaves to others:
                """);
    }

    /** Takes a persona's file apart. */
    static PersonaSheet of(String file) {
        List<String> lines = file.lines().toList();
        int end = end(lines);
        String settings =
                lines.subList(Math.min(1, end), end).stream()
                        .filter(line -> !line.matches("[\"']?name[\"']?\\s*:.*"))
                        .collect(Collectors.joining("\n"));
        List<String> prompt = lines.subList(Math.min(end + 1, lines.size()), lines.size());
        return new PersonaSheet(settings, String.join("\n", prompt));
    }

    /** Where the header is closed. */
    private static int end(List<String> lines) {
        for (int i = 1; i < lines.size(); i++) {
            if (isMark(lines.get(i))) {
                return i;
            }
        }
        return lines.size();
    }

    private static boolean isMark(String line) {
        return line.stripTrailing().equals(MARK);
    }

    /** The whole file. */
    String file(PersonaId persona) {
        return MARK + "\nname: " + persona + "\n" + settings + "\n" + MARK + "\n" + prompt + "\n";
    }

    /** What is wrong and only a window can have wrong, by line of the settings or the prompt. */
    List<Fault> ownFaults() {
        List<String> lines = settings.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (isMark(lines.get(i))) {
                return List.of(
                        new Fault(
                                SETTINGS,
                                i + 1,
                                "'---' would end the settings; take this line out"));
            }
        }
        return prompt.isEmpty()
                ? List.of(new Fault(PROMPT, 0, "write what the persona is and does"))
                : List.of();
    }

    /** The place of a fault of {@link #file} in the window. */
    Fault placed(PersonaFault fault) {
        int settingsEnd = LINES_ABOVE + (int) (settings + "\n").lines().count();
        int line = fault.line();
        if (line <= settingsEnd) {
            return new Fault(SETTINGS, Math.max(0, line - LINES_ABOVE), fault.message());
        }
        return new Fault(PROMPT, line - settingsEnd - 1, fault.message());
    }

    /**
     * What is wrong in one of the fields.
     *
     * @param line from 1; 0 for the field as a whole
     */
    record Fault(String field, int line, String message) {
        @Override
        public String toString() {
            return field + (line > 0 ? ", line " + line : "") + ": " + message;
        }
    }
}
