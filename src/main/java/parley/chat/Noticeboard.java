package parley.chat;

/** A platform that can show notices. Safe for use by many threads. */
public interface Noticeboard {
    /** Blocks until the platform answered; does not throw for a fault of the platform. */
    SendResult post(Notice notice);
}
