package parley.slack;

import java.util.ArrayList;
import java.util.List;

/**
 * A text cut into pieces that each go into one input, and how they join: pieces that come back as
 * they were give the same text. They are cut at line ends where there are any, and what stood at a
 * cut stays out of the inputs, where nobody sees whether it got lost. Pure.
 *
 * @param texts at least one
 * @param breaks what follows each text, the last one too: so many line feeds, or {@link #SPACE}
 */
record FormPieces(List<String> texts, List<Integer> breaks) {
    static final int SPACE = -1;

    /** A cut within a line is looked for no further back than this. */
    private static final int LONGEST_WORD = 200;

    FormPieces {
        texts = List.copyOf(texts);
        breaks = List.copyOf(breaks);
    }

    /**
     * @param longest piece in UTF-16 units, at least 2
     */
    static FormPieces cut(String any, int longest) {
        String text = unix(any);
        List<String> texts = new ArrayList<>();
        List<Integer> breaks = new ArrayList<>();
        int last = withoutFeeds(text);
        int from = 0;
        while (last - from > longest) {
            int end = cut(text, from, from + longest);
            int next = afterBreak(text, end);
            texts.add(text.substring(from, end));
            breaks.add(text.charAt(next - 1) == ' ' && next > end ? SPACE : next - end);
            from = next;
        }
        texts.add(text.substring(from, last));
        breaks.add(text.length() - last);
        return new FormPieces(texts, breaks);
    }

    private static String unix(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static int withoutFeeds(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        return end;
    }

    private static int afterBreak(String text, int end) {
        if (text.charAt(end) == ' ') {
            return isWord(text, end + 1) ? end + 1 : end;
        }
        int next = end;
        while (text.charAt(next) == '\n') {
            next++;
        }
        return next;
    }

    /**
     * The end of a line, if there is one before a line that is not indented; else between words.
     */
    private static int cut(String text, int from, int most) {
        int any = -1;
        for (int at = most; at > from; at--) {
            if (text.charAt(at) == '\n' && text.charAt(at - 1) != '\n') {
                boolean indented = isBlank(text.charAt(afterBreak(text, at)));
                if (!indented && at - from >= (most - from) / 2) {
                    return at;
                }
                any = Math.max(any, at);
            }
        }
        return any > 0 ? any : between(text, from, most);
    }

    private static int between(String text, int from, int most) {
        for (int at = most; at > Math.max(from, most - LONGEST_WORD); at--) {
            if (text.charAt(at) == ' ' && isWord(text, at - 1) && isWord(text, at + 1)) {
                return at;
            }
        }
        return within(text, most);
    }

    /** No character is cut in two. */
    private static int within(String text, int most) {
        return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    }

    private static boolean isWord(String text, int at) {
        return at < text.length() && !isBlank(text.charAt(at));
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n';
    }

    /** What was typed into as many inputs, or more, as one text. */
    Joined join(List<String> typed) {
        return Joined.of(typed, breaks);
    }

    /**
     * @param firstLines of each input, from 1; 0 for an empty one
     */
    record Joined(String text, List<Integer> firstLines) {

        /** With these breaks behind the first inputs; behind others a line ends. */
        static Joined of(List<String> typed, List<Integer> breaks) {
            StringBuilder text = new StringBuilder();
            List<Integer> lines = new ArrayList<>();
            int before = 0;
            for (int i = 0; i < typed.size(); i++) {
                String piece = unix(typed.get(i));
                int behind = i < breaks.size() ? breaks.get(i) : 1;
                boolean spare = i >= breaks.size();
                if (piece.isEmpty()) {
                    lines.add(0);
                    before = stronger(before, behind);
                } else {
                    append(text, spare ? Math.max(before, 1) : before);
                    lines.add(1 + feeds(text));
                    text.append(piece);
                    before = behind;
                }
            }
            boolean empty = text.isEmpty();
            append(text, Math.max(0, breaks.isEmpty() ? 0 : breaks.getLast()));
            return new Joined(empty ? "" : text.toString(), List.copyOf(lines));
        }

        /** Nothing stands before the beginning. */
        private static void append(StringBuilder text, int behind) {
            if (!text.isEmpty()) {
                text.append(behind == SPACE ? " " : "\n".repeat(behind));
            }
        }

        private static int stronger(int one, int other) {
            return one <= 0 && other <= 0 ? Math.min(one, other) : Math.max(one, other);
        }

        private static int feeds(CharSequence text) {
            return (int) text.chars().filter(c -> c == '\n').count();
        }

        /** Which of the inputs holds that line of the text, from 1. */
        int input(int line) {
            int found = 0;
            for (int i = 0; i < firstLines.size(); i++) {
                int first = firstLines.get(i);
                found = first > 0 && first <= line ? i : found;
            }
            return found;
        }
    }
}
