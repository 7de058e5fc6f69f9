package parley.prompt;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Takes typed values out of a header and notes what is wrong with them; for one thread. */
final class HeaderReader {
    private static final Set<String> YES = Set.of("true", "yes", "on");
    private static final Set<String> NO = Set.of("false", "no", "off");

    private final YamlMapping header;
    private final FaultList faults;

    HeaderReader(YamlMapping header, FaultList faults) {
        this.header = header;
        this.faults = faults;
    }

    /** Notes every key that is none of these. */
    void refuseOthers(List<String> known) {
        header.entries()
                .forEach((key, entry) -> {
                    if (!known.contains(key)) {
                        faults.add(
                                entry.line(),
                                "unknown key '"
                                        + key
                                        + "'."
                                        + Nearest.of(key, known)
                                                .map(near -> " Did you mean '" + near + "'?")
                                                .orElse(" Known are " + String.join(", ", known)));
                    }
                });
    }

    boolean has(String key) {
        return header.entries().containsKey(key);
    }

    /** The line of the key, or of the header's beginning where there is no such key. */
    int line(String key) {
        YamlMapping.Entry entry = header.entries().get(key);
        return entry == null ? 1 : entry.line();
    }

    /** One line of text, not blank. */
    Optional<String> text(String key, int longest) {
        return find(key).flatMap(entry -> text(key, entry, longest));
    }

    private Optional<String> text(String key, YamlMapping.Entry entry, int longest) {
        Optional<String> value = scalar(entry.value());
        if (value.isEmpty() || value.get().isBlank() || value.get().strip().contains("\n")) {
            faults.add(entry.line(), key + " must be one line of text");
            return Optional.empty();
        }
        if (value.get().length() > longest) {
            faults.add(
                    entry.line(),
                    "%s has %,d characters; at most %,d are allowed"
                            .formatted(key, value.get().length(), longest));
            return Optional.empty();
        }
        return value.map(String::strip);
    }

    /** A whole number within the range. */
    Optional<Long> whole(String key, long least, long most) {
        Optional<Double> number = number(key, "a whole number", least, most);
        if (number.isPresent() && number.get() != Math.rint(number.get())) {
            faults.add(line(key), key + " must be a whole number from " + least + " to " + most);
            return Optional.empty();
        }
        return number.map(Double::longValue);
    }

    /** A number within the range. */
    Optional<Double> fraction(String key, long least, long most) {
        return number(key, "a number", least, most);
    }

    private Optional<Double> number(String key, String kind, long least, long most) {
        return find(key)
                .flatMap(entry -> {
                    String range = key + " must be " + kind + " from " + least + " to " + most;
                    Optional<String> value = scalar(entry.value());
                    Optional<Double> number = value.flatMap(HeaderReader::parseNumber);
                    if (number.isEmpty() || number.get() < least || number.get() > most) {
                        faults.add(
                                entry.line(),
                                range + value.map(shown -> ", not '" + shown + "'").orElse(""));
                        return Optional.empty();
                    }
                    return number;
                });
    }

    private static Optional<Double> parseNumber(String text) {
        return text.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?")
                ? Optional.of(Double.valueOf(text))
                : Optional.empty();
    }

    Optional<Boolean> flag(String key) {
        return find(key)
                .flatMap(entry -> {
                    String value = scalar(entry.value()).orElse("").toLowerCase(Locale.ROOT);
                    if (!YES.contains(value) && !NO.contains(value)) {
                        faults.add(entry.line(), key + " must be true or false");
                        return Optional.empty();
                    }
                    return Optional.of(YES.contains(value));
                });
    }

    /** One of the words, case-sensitive. */
    Optional<String> word(String key, List<String> known) {
        Optional<String> value = text(key, 100);
        if (value.isPresent() && !known.contains(value.get())) {
            faults.add(
                    line(key),
                    key
                            + " must be one of "
                            + String.join(", ", known)
                            + ", not '"
                            + value.get()
                            + "'."
                            + Nearest.hint(value.get(), known));
            return Optional.empty();
        }
        return value;
    }

    /** A list of texts, none of them blank; empty where there is no such key. */
    List<String> texts(String key, int most) {
        return find(key).map(entry -> texts(key, entry, most)).orElse(List.of());
    }

    private List<String> texts(String key, YamlMapping.Entry entry, int most) {
        if (!(entry.value() instanceof SequenceNode list)) {
            faults.add(entry.line(), key + " must be a list, such as [\"one\", \"two\"]");
            return List.of();
        }
        if (list.getValue().size() > most) {
            faults.add(
                    entry.line(),
                    "%s has %d entries; at most %d are allowed"
                            .formatted(key, list.getValue().size(), most));
        }
        List<Optional<String>> values = list.getValue().stream().map(HeaderReader::scalar).toList();
        if (values.stream().anyMatch(value -> value.isEmpty() || value.get().isBlank())) {
            faults.add(entry.line(), "every entry of " + key + " must be text that is not blank");
            return List.of();
        }
        return values.stream().flatMap(Optional::stream).toList();
    }

    private Optional<YamlMapping.Entry> find(String key) {
        return Optional.ofNullable(header.entries().get(key));
    }

    private static Optional<String> scalar(Node node) {
        return node instanceof ScalarNode scalar && !Tag.NULL.equals(scalar.getTag())
                ? Optional.of(scalar.getValue())
                : Optional.empty();
    }
}
