package parley;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads values out of names and texts and collects what is wrong with them. For one thread. */
final class SettingsReader {
    private final Map<String, String> values;
    private final List<String> faults = new ArrayList<>();

    SettingsReader(Map<String, String> values) {
        this.values = values;
    }

    Optional<String> text(Setting name) {
        return Optional.ofNullable(values.get(name.name()))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    String text(Setting name, String standard) {
        return text(name).orElse(standard);
    }

    Optional<Secret> secret(Setting name) {
        Optional<String> text = text(name);
        if (text.isPresent() && text.get().chars().anyMatch(c -> c <= ' ' || c > '~')) {
            fault(name, "holds spaces or characters that no key has; paste it again");
            return Optional.empty();
        }
        return text.map(Secret::new);
    }

    Optional<URI> url(Setting name) {
        return parsed(name, SettingsReader::httpUrl);
    }

    /** The address with a slash at its end. */
    static URI folder(URI url) {
        String text = url.toString();
        return text.endsWith("/") ? url : URI.create(text + "/");
    }

    private static URI httpUrl(String text) {
        try {
            URI url = new URI(text);
            boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (http && url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException e) {
            // Said below, together with addresses of another kind.
        }
        throw new IllegalArgumentException("must be an address such as https://example.org/");
    }

    int number(Setting name, int standard, int least, int most) {
        return parsed(name, text -> number(text, least, most)).orElse(standard);
    }

    private static int number(String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, together with numbers out of range.
        }
        throw new IllegalArgumentException("must be a number from " + least + " to " + most);
    }

    boolean onOff(Setting name, boolean standard) {
        return parsed(
                        name,
                        text ->
                                switch (text) {
                                    case "on" -> true;
                                    case "off" -> false;
                                    default ->
                                            throw new IllegalArgumentException("must be on or off");
                                })
                .orElse(standard);
    }

    void oneOf(Setting name, String... words) {
        text(name)
                .filter(text -> !List.of(words).contains(text))
                .ifPresent(text -> fault(name, "must be " + String.join(" or ", words)));
    }

    <T> Optional<T> parsed(Setting name, Function<String, T> parse) {
        try {
            return text(name).map(parse);
        } catch (IllegalArgumentException e) {
            fault(name, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    void fault(Setting name, String what) {
        faults.add(name + ": " + what + ".");
    }

    /**
     * @throws SettingsException when anything was wrong
     */
    void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new SettingsException(faults);
        }
    }
}
