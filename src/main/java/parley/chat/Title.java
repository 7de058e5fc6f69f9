package parley.chat;

import java.util.regex.Pattern;

/** Makes the short name of a thread out of its first question: one line, no markup. */
public final class Title {
    private static final int LONGEST = 60;
    private static final int SHORTEST = 40;
    private static final String NOTHING = "(no words)";

    /** More of a question than this says nothing about its first words. */
    private static final int READ = 2_000;

    private static final Pattern FENCE = Pattern.compile("(?m)^\\s*(```|~~~).*$");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]*)]\\([^)\\s]*\\)");
    private static final Pattern LINE_START =
            Pattern.compile("(?m)^\\s*(#+|>+|[-*+]|\\d+[.)])\\s+");
    private static final Pattern EMPHASIS = Pattern.compile("`+|\\*+|~~|(?<!\\w)_+|_+(?!\\w)");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}]+");

    private Title() {}

    /** At most 60 UTF-16 units, never empty. */
    public static String of(String question) {
        String line = question.substring(0, Math.min(question.length(), READ));
        line = FENCE.matcher(line).replaceAll(" ");
        line = LINK.matcher(line).replaceAll("$1");
        line = LINE_START.matcher(line).replaceAll("");
        line = EMPHASIS.matcher(line).replaceAll("");
        line = SPACE.matcher(line).replaceAll(" ").strip();
        return line.isEmpty() ? NOTHING : cut(line);
    }

    /** Behind a word where one ends late enough, never within a character. */
    private static String cut(String line) {
        if (line.length() <= LONGEST) {
            return line;
        }
        int space = line.lastIndexOf(' ', LONGEST - 1);
        int end = space >= SHORTEST ? space : LONGEST - 1;
        int whole = Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end;
        return line.substring(0, whole).strip() + "…";
    }
}
