package parley.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fenced block of code of an answer; immutable.
 *
 * @param language the first word behind the fence in lower case; empty when there is none
 * @param code with a line feed behind each line
 */
record CodeBlock(String language, String code) {
    private static final Pattern FENCE = Pattern.compile("^([ \\t]*)(`{3,}|~{3,})[ \\t]*(.*)$");

    /** Languages whose files end in their names. */
    private static final Set<String> PLAIN =
            Set.of(
                    ("c cpp cs css csv diff go html java js json jsx kt lua md patch php ps1 py r rb"
                                    + " rs scala sh sql swift tf toml ts tsx xml yaml")
                            .split(" "));

    private static final Map<String, String> OTHERS =
            Map.ofEntries(
                    Map.entry("bash", "sh"),
                    Map.entry("c#", "cs"),
                    Map.entry("c++", "cpp"),
                    Map.entry("csharp", "cs"),
                    Map.entry("golang", "go"),
                    Map.entry("hcl", "tf"),
                    Map.entry("javascript", "js"),
                    Map.entry("kotlin", "kt"),
                    Map.entry("markdown", "md"),
                    Map.entry("perl", "pl"),
                    Map.entry("powershell", "ps1"),
                    Map.entry("python", "py"),
                    Map.entry("ruby", "rb"),
                    Map.entry("rust", "rs"),
                    Map.entry("shell", "sh"),
                    Map.entry("terraform", "tf"),
                    Map.entry("typescript", "ts"),
                    Map.entry("yml", "yaml"),
                    Map.entry("zsh", "sh"));

    /** The blocks of a Markdown text in order; one that is cut off goes to the end. */
    static List<CodeBlock> in(String markdown) {
        List<CodeBlock> blocks = new ArrayList<>();
        Open open = null;
        for (String line : markdown.lines().toList()) {
            Matcher fence = FENCE.matcher(line);
            if (open == null) {
                open = fence.matches() ? Open.by(fence) : null;
            } else if (fence.matches() && open.closedBy(fence)) {
                blocks.add(open.block());
                open = null;
            } else {
                open.add(line);
            }
        }
        if (open != null) {
            blocks.add(open.block());
        }
        return blocks;
    }

    /** The blocks of which one alone is longer than that. */
    static List<CodeBlock> longerThan(int length, String markdown) {
        return in(markdown).stream().filter(block -> block.code().length() > length).toList();
    }

    /** What files of that language end in. */
    String extension() {
        return PLAIN.contains(language) ? language : OTHERS.getOrDefault(language, "txt");
    }

    /** A block whose end has not come yet. */
    private record Open(String indent, String marker, String language, StringBuilder code) {
        static @Nullable Open by(Matcher fence) {
            String info = fence.group(3).strip();
            // A line of code within a sentence opens nothing.
            return fence.group(2).startsWith("`") && info.contains("`")
                    ? null
                    : new Open(
                            fence.group(1),
                            fence.group(2),
                            info.split("\\s", 2)[0].toLowerCase(Locale.ROOT),
                            new StringBuilder());
        }

        boolean closedBy(Matcher fence) {
            return fence.group(2).startsWith(marker) && fence.group(3).isBlank();
        }

        /** Without the indent of the fence, which belongs to the list that it stands in. */
        void add(String line) {
            code.append(line.startsWith(indent) ? line.substring(indent.length()) : line)
                    .append('\n');
        }

        CodeBlock block() {
            return new CodeBlock(language, code.toString());
        }
    }
}
