package parley.responder;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds what at the end of an unfinished line is only half there: links, code spans, emphasis
 * markers, mentions, entities, surrogate pairs. One pass; use once.
 */
final class InlineTail {
    private static final int LONGEST_SCAN = 2_048;
    private static final int LONGEST_LINK_TEXT = 200;
    private static final int LONGEST_CODE = 100;
    private static final int LONGEST_TOKEN = 100;
    private static final int LONGEST_NAME = 32;
    private static final int LONGEST_EMPHASIS = 3;

    private final CharSequence text;
    private final int start;
    private final int end;
    private final boolean code;
    private final Deque<Integer> brackets = new ArrayDeque<>();
    private final int[][] runs = new int[3][LONGEST_EMPHASIS + 1];
    private int held;

    private InlineTail(CharSequence text, int lineStart, boolean code) {
        this.text = text;
        this.end = text.length();
        this.start = Math.max(lineStart, end - LONGEST_SCAN);
        this.code = code;
        this.held = end;
    }

    /**
     * Up to where the line that begins there can be shown now.
     *
     * @param code whether it stands in a code fence, where only mentions and entities count
     */
    static int safeEnd(CharSequence text, int lineStart, boolean code) {
        return new InlineTail(text, lineStart, code).scan();
    }

    private int scan() {
        int at = start;
        while (at < end && held == end) {
            at = step(at);
        }
        while (!brackets.isEmpty() && end - brackets.getLast() > LONGEST_LINK_TEXT) {
            brackets.removeLast();
        }
        if (!brackets.isEmpty()) {
            held = Math.min(held, brackets.getLast());
        }
        boolean half =
                held == end && end > start && Character.isHighSurrogate(text.charAt(end - 1));
        return half ? end - 1 : held;
    }

    private int step(int at) {
        char c = text.charAt(at);
        return switch (c) {
            case '<' -> angle(at);
            case '&' -> name(at, at + 1 < end && text.charAt(at + 1) == '#' ? at + 2 : at + 1);
            case '@' -> name(at, at + 1);
            default -> code ? at + 1 : markup(at, c);
        };
    }

    private int markup(int at, char c) {
        return switch (c) {
            case '\\' -> escape(at);
            case '`' -> codeSpan(at);
            case '[' -> open(at);
            case ']' -> close(at);
            case '*', '_', '~' -> emphasis(at, c);
            default -> at + 1;
        };
    }

    /** What keeps Markdown from reading a mention or an entity need not keep the platform. */
    private int escape(int at) {
        if (at + 1 == end) {
            return hold(at);
        }
        return at + ("<@&".indexOf(text.charAt(at + 1)) < 0 ? 2 : 1);
    }

    private int hold(int from) {
        held = Math.min(held, from);
        return end;
    }

    /** A mention, an address or a tag is shown once it is closed, or cannot be one. */
    private int angle(int at) {
        int to = Math.min(end, at + LONGEST_TOKEN + 1);
        for (int i = at + 1; i < to; i++) {
            char c = text.charAt(i);
            if (c == '>' || Character.isWhitespace(c)) {
                return at + 1;
            }
        }
        return to == end ? hold(at) : at + 1;
    }

    /** A name such as the one in {@code @everyone} or {@code &amp;} is held while it may grow. */
    private int name(int at, int from) {
        int i = Math.min(from, end);
        while (i < end && i - at <= LONGEST_NAME && Character.isLetterOrDigit(text.charAt(i))) {
            i++;
        }
        return i == end ? hold(at) : at + 1;
    }

    private int codeSpan(int at) {
        int from = at + Fence.markers(text, at, end);
        int run = from - at;
        for (int i = from; i < end; i++) {
            if (text.charAt(i) == '`') {
                int count = Fence.markers(text, i, end);
                if (count == run) {
                    return i + count;
                }
                i += count - 1;
            }
        }
        return end - at <= LONGEST_CODE ? hold(at) : from;
    }

    private int open(int at) {
        boolean image = at > start && text.charAt(at - 1) == '!';
        brackets.push(image ? at - 1 : at);
        return at + 1;
    }

    private int close(int at) {
        if (brackets.isEmpty()) {
            return at + 1;
        }
        int opened = brackets.pop();
        if (at + 1 == end) {
            return hold(opened);
        }
        return text.charAt(at + 1) == '(' ? target(opened, at + 2) : at + 1;
    }

    private int target(int opened, int from) {
        int depth = 1;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return hold(opened);
    }

    /** A run at the very end is shown only when it closes one of its kind. */
    private int emphasis(int at, char c) {
        int to = at + 1;
        while (to < end && text.charAt(to) == c) {
            to++;
        }
        int[] seen = runs[c == '*' ? 0 : c == '_' ? 1 : 2];
        int length = Math.min(to - at, LONGEST_EMPHASIS);
        if (to == end && seen[length] % 2 == 0) {
            return hold(at);
        }
        seen[length]++;
        return to;
    }
}
