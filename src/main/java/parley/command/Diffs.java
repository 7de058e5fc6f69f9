package parley.command;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import java.util.List;
import java.util.Optional;
import parley.prompt.PersonaVersion;

/** What is different between two texts, as programmers read it. */
final class Diffs {
    private static final int AROUND = 3;

    /** Of both texts: comparing takes time with the square of what is different. */
    private static final int MOST_LINES = 8_000;

    private Diffs() {}

    /**
     * A code block in the unified format, or a sentence where they are too long; empty when there
     * is no difference.
     */
    static Optional<String> between(PersonaVersion from, PersonaVersion to) {
        return between(label(from), from.text(), label(to), to.text());
    }

    /** The same for a text that is no version. */
    static Optional<String> between(PersonaVersion from, String label, String to) {
        return between(label(from), from.text(), label, to);
    }

    private static Optional<String> between(
            String fromLabel, String from, String toLabel, String to) {
        List<String> before = from.lines().toList();
        List<String> after = to.lines().toList();
        if (before.size() + after.size() > MOST_LINES && !before.equals(after)) {
            return Optional.of(
                    "The texts are different, and with %,d and %,d lines too long to be compared."
                            .formatted(before.size(), after.size()));
        }
        Patch<String> patch = DiffUtils.diff(before, after);
        List<String> lines =
                UnifiedDiffUtils.generateUnifiedDiff(fromLabel, toLabel, before, patch, AROUND);
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(Markdown.block(String.join("\n", lines), "diff"));
    }

    private static String label(PersonaVersion version) {
        return version.persona() + " version " + version.number();
    }
}
