package parley.testing.discord;

/** Kinds of channels, by Discord's numbers. */
public enum ChannelKind {
    TEXT(0),
    DM(1),
    VOICE(2),
    CATEGORY(4),
    NEWS(5),
    NEWS_THREAD(10),
    PUBLIC_THREAD(11),
    PRIVATE_THREAD(12),
    FORUM(15);

    private final int type;

    ChannelKind(int type) {
        this.type = type;
    }

    int type() {
        return type;
    }

    boolean isThread() {
        return this == NEWS_THREAD || this == PUBLIC_THREAD || this == PRIVATE_THREAD;
    }

    /** Whether messages stand in it. */
    boolean takesMessages() {
        return this != CATEGORY && this != FORUM;
    }

    /** Whether threads are made of its messages. */
    boolean takesThreads() {
        return this == TEXT || this == NEWS;
    }
}
