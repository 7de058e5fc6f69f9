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

    private Diffs() {}

    /** A code block in the unified format; empty when there is no difference. */
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
        Patch<String> patch = DiffUtils.diff(before, to.lines().toList());
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
