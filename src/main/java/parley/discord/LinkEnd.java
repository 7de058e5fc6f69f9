package parley.discord;

/**
 * Why Discord has closed a connection for good.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes">Close
 *     codes</a>
 */
sealed interface LinkEnd {
    /** Only a change of the settings helps. */
    record Refused(String sentence) implements LinkEnd {}

    /** Another connection may do, such as one with more shards. */
    record Ended(String reason) implements LinkEnd {}

    static LinkEnd of(int closeCode) {
        return switch (closeCode) {
            case 4004 -> new Refused(Introduction.UNKNOWN_TOKEN);
            case 4012 ->
                    new Refused(
                            "Discord no longer speaks this version of its gateway (close code"
                                    + " 4012). Use a newer version of Parley.");
            case 4013 ->
                    new Refused(
                            "Discord does not know what Parley asks to be told (close code 4013)."
                                    + " Use a newer version of Parley.");
            case 4014 ->
                    new Refused(
                            "Discord does not let the bot read messages any more (close code 4014)."
                                    + " Switch Message Content Intent on, on the application's Bot"
                                    + " page under Privileged Gateway Intents; then start Parley"
                                    + " again. Without it, Parley hears direct messages and"
                                    + " mentions only.");
            default -> new Ended("Discord closed the connection (code " + closeCode + ")");
        };
    }
}
