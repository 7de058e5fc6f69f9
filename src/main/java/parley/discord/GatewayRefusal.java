package parley.discord;

import java.util.Map;
import java.util.Optional;

/**
 * What it means when Discord closes the gateway for good, and what to change. Stateless.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes">Close
 *     codes</a>
 */
final class GatewayRefusal {
    private static final String TOKEN =
            "Discord does not accept DISCORD_BOT_TOKEN any more. Copy a new one from the application's"
                    + " page (Bot, Reset Token) and start Parley again.";

    private static final Map<Integer, String> SENTENCES =
            Map.of(
                    4004,
                    TOKEN,
                    4010,
                    "Discord refused the number of this connection. Start Parley again.",
                    4011,
                    "The bot is in more servers than one connection bears. Start Parley again.",
                    4012,
                    "Discord no longer speaks this version of its gateway. Update Parley.",
                    4013,
                    "Discord does not know an intent that this version asks for. Update"
                            + " Parley.",
                    4014,
                    "Discord does not allow the bot an intent that it asked for. Switch"
                            + " Message Content Intent on at https://discord.com/developers"
                            + " (Bot), and start Parley again.");

    private GatewayRefusal() {}

    static String ofToken() {
        return TOKEN;
    }

    /** Empty for closes after which JDA connects again. */
    static Optional<String> of(int code) {
        return Optional.ofNullable(SENTENCES.get(code));
    }
}
