package parley.prompt;

import java.util.List;
import java.util.Optional;

/**
 * A persona file cut in two; immutable.
 *
 * @param header what stands between the two lines of hyphens; it begins on line 2
 * @param bodyLine the line on which the body begins
 */
record PersonaText(String header, String body, int bodyLine) {
    private static final String MARK = "---";

    static Optional<PersonaText> cut(String text, FaultList faults) {
        List<String> lines = List.of(text.split("\n", -1));
        if (!lines.getFirst().stripTrailing().equals(MARK)) {
            faults.add(
                    1, "the file must begin with a header: '---', lines such as 'name: …', '---'");
            return Optional.empty();
        }
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).stripTrailing().equals(MARK)) {
                return Optional.of(
                        new PersonaText(
                                String.join("\n", lines.subList(1, i)),
                                String.join("\n", lines.subList(i + 1, lines.size())),
                                i + 2));
            }
        }
        faults.add(1, "the header is not closed; put a line '---' before the system prompt");
        return Optional.empty();
    }
}
