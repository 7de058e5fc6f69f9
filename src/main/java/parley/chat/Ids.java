package parley.chat;

/** What every id of a platform must be, in one place. */
final class Ids {
    private Ids() {}

    /** Refuses what could not be one segment of a printed {@link ThreadId}. */
    static void checkSegment(String name, String value) {
        if (value.isBlank() || value.indexOf('/') >= 0) {
            throw new IllegalArgumentException(
                    name + " must not be blank or hold a slash: '" + value + "'");
        }
    }
}
