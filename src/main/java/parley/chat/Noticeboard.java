package parley.chat;

/** A platform that can show notices. Safe for use by many threads. */
public interface Noticeboard {
    /**
     * Blocks until the platform answered; does not throw for a fault of the platform. A notice that
     * asks for a decision is rejected where one person is alone with the bot.
     */
    SendResult post(Notice notice);
}
