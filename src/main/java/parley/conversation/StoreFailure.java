package parley.conversation;

/** What a turn has to know of a failure of the store, which is an exception. */
public interface StoreFailure {
    /** Whether the store was at fault, and not what was asked of it: the same may go later. */
    boolean isOutage();
}
