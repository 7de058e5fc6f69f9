package parley.prompt;

import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.SequenceNode;
import parley.chat.Overview.Prompt;

/** Takes the suggested questions out of a header and notes what is wrong with them. */
final class PromptsReader {
    static final String KEY = "suggested_prompts";

    /**
     * As many as Slack shows:
     * docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts.
     */
    private static final int MOST = 4;

    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST_MESSAGE = 1_000;
    private static final List<String> KEYS = List.of("title", "message");

    private final YamlMapping header;
    private final FaultList faults;

    PromptsReader(YamlMapping header, FaultList faults) {
        this.header = header;
        this.faults = faults;
    }

    /** The questions in their order; empty where there is no such key. */
    List<Prompt> read() {
        YamlMapping.Entry entry = header.entries().get(KEY);
        if (entry == null) {
            return List.of();
        }
        if (!(entry.value() instanceof SequenceNode list)) {
            faults.add(
                    entry.line(),
                    KEY
                            + " must be a list of entries such as {title: \"Hi\", message: \"Greet me\"}");
            return List.of();
        }
        if (list.getValue().size() > MOST) {
            faults.add(
                    entry.line(),
                    "%s has %d entries; at most %d are allowed"
                            .formatted(KEY, list.getValue().size(), MOST));
        }
        return list.getValue().stream()
                .flatMap(node -> header.nested(node, faults).flatMap(this::prompt).stream())
                .toList();
    }

    private Optional<Prompt> prompt(YamlMapping mapping) {
        var reader = new HeaderReader(mapping, faults);
        reader.refuseOthers(KEYS);
        Optional<String> title = required("title", LONGEST_TITLE, mapping, reader);
        Optional<String> message = required("message", LONGEST_MESSAGE, mapping, reader);
        return title.flatMap(words -> message.map(asked -> new Prompt(words, asked)));
    }

    private Optional<String> required(
            String key, int longest, YamlMapping mapping, HeaderReader reader) {
        if (!reader.has(key)) {
            faults.add(mapping.line(), "this entry of " + KEY + " lacks '" + key + "'");
        }
        return reader.text(key, longest);
    }
}
