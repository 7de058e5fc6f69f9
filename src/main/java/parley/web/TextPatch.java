package parley.web;

/**
 * How a text became another: its first {@code keep} UTF-16 units stayed, then {@code tail} follows.
 */
record TextPatch(int keep, String tail) {
    /** The shortest tail that never begins in the middle of a character. */
    static TextPatch between(String before, String after) {
        int end = Math.min(before.length(), after.length());
        int keep = 0;
        while (keep < end && before.charAt(keep) == after.charAt(keep)) {
            keep++;
        }
        if (keep > 0 && Character.isHighSurrogate(after.charAt(keep - 1))) {
            keep--;
        }
        return new TextPatch(keep, after.substring(keep));
    }

    String apply(String before) {
        return before.substring(0, keep) + tail;
    }
}
