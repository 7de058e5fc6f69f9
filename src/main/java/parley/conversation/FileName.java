package parley.conversation;

/**
 * A name that a person gave to a file, made fit to stand in a sentence and in a wrapper: whatever
 * could end either is gone.
 */
final class FileName {
    private static final String BREAKING =
            "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\"<>&\\[\\]`\uff1c\uff1e]+";
    private static final int LONGEST = 80;

    private FileName() {}

    static String plain(String name) {
        String plain = name.replaceAll(BREAKING, " ").replaceAll("\\s+", " ").strip();
        if (plain.isEmpty()) {
            return "without a name";
        }
        int length = plain.codePointCount(0, plain.length());
        return length <= LONGEST ? plain : shortened(plain, length);
    }

    /** The end stays too, because it tells the kind. */
    private static String shortened(String name, int length) {
        int head = name.offsetByCodePoints(0, LONGEST - 16);
        int tail = name.offsetByCodePoints(0, length - 15);
        return name.substring(0, head) + "…" + name.substring(tail);
    }
}
