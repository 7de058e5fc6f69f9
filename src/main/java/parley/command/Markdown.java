package parley.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts text that someone wrote into an answer without it becoming markup. */
final class Markdown {
    private static final Pattern TICKS = Pattern.compile("`+");

    /** Invisible signs that turn the direction of all that follows them. */
    private static final Pattern TURNS =
            Pattern.compile("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+");

    private static final int LONGEST_CODE = 60;
    private static final int SHORTEST_FENCE = 3;

    private Markdown() {}

    /** The text as inline code on one line, shortened where it is long. */
    static String code(String text) {
        String line = TURNS.matcher(text.replaceAll("[`\\p{Cntrl}]+", " ")).replaceAll("").strip();
        String begin = begin(line);
        return "`" + begin + (begin.length() < line.length() ? "…" : "") + "`";
    }

    /** A name in bold, which it cannot leave. */
    static String bold(String name) {
        String plain = plain(name);
        return "**" + (plain.isEmpty() ? "?" : begin(plain).strip()) + "**";
    }

    /** No character is cut in two. */
    private static String begin(String line) {
        int end = Math.min(line.length(), LONGEST_CODE);
        boolean inside = end < line.length() && Character.isHighSurrogate(line.charAt(end - 1));
        return line.substring(0, inside ? end - 1 : end);
    }

    /** The text on one line, without what would be markup. */
    static String plain(String text) {
        String line = text.replaceAll("[*_`~|<>\\[\\]\\\\\\p{Cntrl}\\s]+", " ");
        return TURNS.matcher(line).replaceAll("").strip();
    }

    /** The text as a code block whose fence is longer than any in it. */
    static String block(String text) {
        return block(text, "markdown");
    }

    /** The same in that language. */
    static String block(String text, String language) {
        int longest = TICKS.matcher(text).results().mapToInt(Markdown::length).max().orElse(0);
        String fence = "`".repeat(Math.max(SHORTEST_FENCE, longest + 1));
        return fence + language + "\n" + text + "\n" + fence;
    }

    /** The text, or its first lines with the fence closed and how many lines more there are. */
    static String shorten(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        List<String> lines = new ArrayList<>();
        int room = longest;
        for (String line : text.lines().toList()) {
            room -= line.length() + 1;
            if (room < 0) {
                break;
            }
            lines.add(line);
        }
        long left = text.lines().count() - lines.size();
        fence(lines).ifPresent(lines::add);
        return String.join("\n", lines) + "\n… and " + left + " lines more";
    }

    /** What closes the code block that is open behind these lines. */
    private static Optional<String> fence(List<String> lines) {
        Optional<String> open = Optional.empty();
        for (String line : lines) {
            Matcher ticks = TICKS.matcher(line);
            boolean begins = ticks.lookingAt() && ticks.end() >= SHORTEST_FENCE;
            if (open.isEmpty() && begins) {
                open = Optional.of(ticks.group());
            } else if (open.filter(line::equals).isPresent()) {
                open = Optional.empty();
            }
        }
        return open;
    }

    private static int length(MatchResult ticks) {
        return ticks.end() - ticks.start();
    }
}
