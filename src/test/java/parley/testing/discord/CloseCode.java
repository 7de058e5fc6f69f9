package parley.testing.discord;

/**
 * Why the gateway ends a connection.
 *
 * @see <a href="https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway">Close
 *     event codes</a>
 */
enum CloseCode {
    UNKNOWN_OPCODE(4001, "Unknown opcode.", true),
    DECODE_ERROR(4002, "Error while decoding payload.", true),
    NOT_AUTHENTICATED(4003, "Not authenticated.", false),
    AUTHENTICATION_FAILED(4004, "Authentication failed.", false),
    ALREADY_AUTHENTICATED(4005, "Already authenticated.", true),
    INVALID_SEQ(4007, "Invalid seq.", false),
    RATE_LIMITED(4008, "Rate limited.", true),
    SESSION_TIMED_OUT(4009, "Session timed out.", false),
    INVALID_SHARD(4010, "Invalid shard.", false),
    SHARDING_REQUIRED(4011, "Sharding required.", false),
    INVALID_API_VERSION(4012, "Invalid API version.", false),
    INVALID_INTENTS(4013, "Invalid intent(s).", false),
    DISALLOWED_INTENTS(4014, "Disallowed intent(s).", false);

    final int code;
    final String words;

    /** Whether the session can go on afterwards. */
    final boolean keepsSession;

    CloseCode(int code, String words, boolean keepsSession) {
        this.code = code;
        this.words = words;
        this.keepsSession = keepsSession;
    }

    /** Whether a correct bot never gets it; the others come of an app's settings. */
    boolean isMistake() {
        return this != AUTHENTICATION_FAILED
                && this != DISALLOWED_INTENTS
                && this != SHARDING_REQUIRED;
    }

    static boolean keepsSession(int code) {
        for (CloseCode one : values()) {
            if (one.code == code) {
                return one.keepsSession;
            }
        }
        return true;
    }
}
