package parley.slack;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ids in a translated text whose names were not known at the time: {@code @U123}, with an invisible
 * mark after the sign. The mark outlives the journal and tells them from what people typed, so that
 * {@code @U123} in somebody's code stays what it is. Pure.
 */
final class OpenNames {
    private static final String MARK = "\u2060";
    private static final Pattern OPEN = Pattern.compile("([@#])" + MARK + "([A-Z0-9]{2,40})");

    private OpenNames() {}

    static String person(String id) {
        return "@" + MARK + id;
    }

    static String channel(String id) {
        return "#" + MARK + id;
    }

    /** The text with the names that are known now; the other ids stay open. */
    static String close(String text, Names names) {
        return OPEN.matcher(text)
                .replaceAll(open ->
                        Matcher.quoteReplacement(
                                name(open.group(1), open.group(2), names).orElse(open.group())));
    }

    private static Optional<String> name(String sign, String id, Names names) {
        Optional<String> name = sign.equals("@") ? names.person(id) : names.channel(id);
        return name.map(it -> sign + it);
    }
}
