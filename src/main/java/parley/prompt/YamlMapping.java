package parley.prompt;

import java.io.StringReader;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A YAML mapping whose keys and values know the lines of the file they stand on; immutable.
 *
 * @param firstLine the line of the file on which the YAML begins
 * @param line the line on which this mapping begins
 */
record YamlMapping(int firstLine, int line, Map<String, Entry> entries) {
    /** A value and the line of its key. */
    record Entry(int line, Node value) {}

    YamlMapping {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /**
     * Reads the text; nothing in it is made into an object.
     *
     * @param firstLine the line of the file on which the text begins
     */
    static YamlMapping parse(String yaml, int firstLine, FaultList faults) {
        try {
            @SuppressWarnings("NullAway") // null for an empty text
            Optional<Node> root =
                    Optional.ofNullable(
                            new Yaml(new LoaderOptions()).compose(new StringReader(yaml)));
            return root.flatMap(node -> of(node, firstLine, faults))
                    .orElseGet(() -> empty(firstLine));
        } catch (MarkedYAMLException e) {
            faults.add(firstLine + mark(e).getLine(), "this is not YAML: " + words(e));
        } catch (YAMLException e) {
            faults.add(firstLine, "this is not YAML: " + firstSentence(e));
        }
        return empty(firstLine);
    }

    /** The mapping that stands as a value in this one, or empty after a fault. */
    Optional<YamlMapping> nested(Node node, FaultList faults) {
        return of(node, firstLine, faults);
    }

    private static YamlMapping empty(int line) {
        return new YamlMapping(line, line, Map.of());
    }

    private static Optional<YamlMapping> of(Node root, int firstLine, FaultList faults) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        int begin = firstLine + root.getStartMark().getLine();
        if (!(root instanceof MappingNode mapping)) {
            faults.add(begin, "expected lines of the form 'key: value'");
            return Optional.empty();
        }
        for (NodeTuple tuple : mapping.getValue()) {
            int line = firstLine + tuple.getKeyNode().getStartMark().getLine();
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                faults.add(line, "a key must be one plain word");
            } else if (entries.containsKey(key.getValue())) {
                faults.add(line, "'" + key.getValue() + "' stands here twice; remove one of them");
            } else {
                entries.put(key.getValue(), new Entry(line, tuple.getValueNode()));
            }
        }
        return Optional.of(new YamlMapping(firstLine, begin, entries));
    }

    /** An open quote is found at the end of the text, but it is mended where it was opened. */
    private static Mark mark(MarkedYAMLException e) {
        Mark context = e.getContextMark();
        return open(e) && context != null ? context : e.getProblemMark();
    }

    private static boolean open(MarkedYAMLException e) {
        String problem = String.valueOf(e.getProblem());
        return problem.contains("end of stream") || problem.contains("<stream end>");
    }

    private static String words(MarkedYAMLException e) {
        String problem = String.valueOf(e.getProblem());
        if (problem.startsWith("mapping values are not allowed")) {
            return "a second ': ' on one line; put the text that holds it in \"quotes\"";
        }
        if (open(e)) {
            return "a quote or bracket is opened here and not closed";
        }
        if (problem.contains("'\\t(TAB)'")) {
            return "a tab; indent with spaces";
        }
        return problem.lines().findFirst().orElse("")
                + "; put text with special characters in \"quotes\"";
    }

    private static String firstSentence(YAMLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
    }
}
