package parley.testing.discord;

/** Why a session does not begin or go on. */
sealed interface Refusal {
    /** The connection ends. */
    record Close(CloseCode code) implements Refusal {}

    /** Op 9: the bot may identify again, on this connection or a new one. */
    record Invalid() implements Refusal {}
}
