package parley.testing.discord;

import java.util.Arrays;
import java.util.Optional;

/** How a bot answers an interaction at first, by Discord's numbers. */
public enum Callback {
    MESSAGE(4),
    DEFERRED_MESSAGE(5),
    DEFERRED_UPDATE(6),
    UPDATE(7),
    CHOICES(8),
    MODAL(9);

    private final int type;

    Callback(int type) {
        this.type = type;
    }

    int type() {
        return type;
    }

    /** Whether there is a message under which the used component stands. */
    boolean needsMessage() {
        return this == DEFERRED_UPDATE || this == UPDATE;
    }

    static Optional<Callback> of(int type) {
        return Arrays.stream(values()).filter(one -> one.type == type).findFirst();
    }
}
