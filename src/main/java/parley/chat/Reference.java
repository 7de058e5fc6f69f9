package parley.chat;

/**
 * The short name of one answer, the same in the thread, the log, the store and on the buttons, such
 * as {@code T-7KQ2M9XA}.
 */
public record Reference(String value) {
    public Reference {
        Ids.checkSegment("reference", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
