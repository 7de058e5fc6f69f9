package parley.command;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of a command as typed, lower-case, without the slash; immutable. */
record CommandLine(List<String> words) {
    private static final int LONGEST = 1_000;

    /** What people put around a command that they name in a sentence or copy from one. */
    private static final Pattern BEFORE = Pattern.compile("^[\\s\\p{Z},:`]+");

    private static final Pattern AFTER = Pattern.compile("[\\s\\p{Z}.!`]+$");
    private static final String OWN_NAME = "parley";

    CommandLine {
        words = List.copyOf(words);
    }

    /**
     * Cuts at white space; {@code /parley help} is the same as {@code /help}. A comma before the
     * words, a full stop behind them or the marks of code around them change nothing.
     */
    static CommandLine parse(String text) {
        String bounded = bare(text.substring(0, Math.min(text.length(), LONGEST)));
        String bare = bounded.startsWith("/") ? bounded.substring(1) : bounded;
        List<String> words =
                Stream.of(bare.split("[\\s\\p{Z}]+"))
                        .filter(word -> !word.isEmpty())
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .toList();
        boolean named = !words.isEmpty() && words.getFirst().equals(OWN_NAME);
        return new CommandLine(named ? words.subList(1, words.size()) : words);
    }

    /** Whether the text is so short that {@link #parse} reads all of it. */
    static boolean readsWhole(String text) {
        return text.length() <= LONGEST;
    }

    private static String bare(String text) {
        return AFTER.matcher(BEFORE.matcher(text).replaceFirst("")).replaceFirst("");
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
