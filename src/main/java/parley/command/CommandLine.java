package parley.command;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of a command as typed, lower-case, without the slash; immutable. */
record CommandLine(List<String> words) {
    /** Of a whole command, in UTF-16 units: about as much as Slack lets people type. */
    static final int LONGEST = 4_000;

    /** What people put around a command that they name in a sentence or copy from one. */
    private static final Pattern BEFORE = Pattern.compile("^[\\s\\p{Z},:`]+");

    private static final Pattern AFTER = Pattern.compile("[\\s\\p{Z}.!`]+$");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final String OWN_NAME = "parley";

    CommandLine {
        words = List.copyOf(words);
    }

    /**
     * Cuts at white space; {@code /parley help} is the same as {@code /help}. A comma before the
     * words, a full stop behind them or the marks of code around them change nothing.
     */
    static CommandLine parse(String text) {
        List<String> words =
                Stream.of(SPACE.split(begin(AFTER.matcher(cut(text)).replaceFirst(""))))
                        .filter(word -> !word.isEmpty())
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .toList();
        return new CommandLine(words);
    }

    /** Whether the text is so short that {@link #parse} reads all of it. */
    static boolean readsWhole(String text) {
        return text.length() <= LONGEST;
    }

    /** What was typed behind the first words, exactly as it was typed; empty for nothing. */
    static String rest(String text, int words) {
        String rest = begin(cut(text));
        for (int i = 0; i < words; i++) {
            Matcher gap = SPACE.matcher(rest);
            rest = gap.find() ? rest.substring(gap.end()) : "";
        }
        return rest.strip();
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    /** From the first word on, without slash and own name. */
    private static String begin(String text) {
        String words = unslashed(BEFORE.matcher(text).replaceFirst(""));
        return named(words) ? unslashed(words.substring(OWN_NAME.length()).strip()) : words;
    }

    private static String unslashed(String words) {
        return words.startsWith("/") ? words.substring(1).stripLeading() : words;
    }

    private static boolean named(String words) {
        return words.regionMatches(true, 0, OWN_NAME, 0, OWN_NAME.length())
                && (words.length() == OWN_NAME.length()
                        || SPACE.matcher(words.substring(OWN_NAME.length())).lookingAt());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    boolean startsWith(CommandLine prefix) {
        int length = prefix.words.size();
        return words.size() >= length && words.subList(0, length).equals(prefix.words);
    }

    /** The words from that one on. */
    List<String> from(int index) {
        return words.subList(Math.min(index, words.size()), words.size());
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
