package parley.command;

import java.util.Map;

/** Reads changes of one kind back after they were kept; safe for use by many threads. */
public interface ChangeKind {
    /** As {@link Change#kind}. */
    String kind();

    /**
     * The change that gave these data.
     *
     * @throws RuntimeException when they are not of this kind
     */
    Change read(Origin origin, Map<String, String> data);
}
