package parley.adapter;

import java.util.regex.Pattern;

/** Names that strangers chose, made fit to stand in a line of text. Pure. */
public final class OneLine {
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Zs}]+");
    private static final int LONGEST = 80;

    private OneLine() {}

    /** Without line breaks, controls and halves of characters; at most 80 UTF-16 units or none. */
    public static String of(String name) {
        String line = BREAKS.matcher(name).replaceAll(" ").strip();
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return line.substring(0, end).strip();
    }
}
