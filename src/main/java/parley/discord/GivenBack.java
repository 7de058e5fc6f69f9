package parley.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parley.discord.PrivateReply.TextFile;

/**
 * What somebody filled in and was not taken, under the words that say why: the short of it as code,
 * the rest as files. Pure.
 */
final class GivenBack {
    private static final int SHORT = 300;
    private static final String FENCE = "```";

    private GivenBack() {}

    /**
     * @param values by the keys of their fields
     */
    static PrivateReply under(String words, Map<String, String> values) {
        StringBuilder text = new StringBuilder(words);
        List<TextFile> files = new ArrayList<>();
        new TreeMap<>(values)
                .forEach((key, value) -> {
                    if (value.isBlank()) {
                        return;
                    }
                    if (value.length() <= SHORT && !value.contains(FENCE)) {
                        text.append("\n\nYour ").append(key).append(":\n").append(code(value));
                    } else {
                        files.add(new TextFile("your-" + key + ".md", value));
                    }
                });
        return PrivateReply.of(text.toString(), List.of(), files);
    }

    private static String code(String value) {
        return FENCE + "\n" + value.stripTrailing() + "\n" + FENCE;
    }
}
