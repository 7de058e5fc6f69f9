package parley.chat;

/** A source of elapsed time, passed in so that tests can move it. */
@FunctionalInterface
public interface Ticker {
    /** Nanoseconds since some fixed moment; only differences mean anything. Never goes back. */
    long nanos();
}
