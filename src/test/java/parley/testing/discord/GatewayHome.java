package parley.testing.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import parley.chat.Ticker;
import parley.testing.Watch;

/** What the gateway asks of the world behind it. Asked under the watch. */
interface GatewayHome {
    Watch watch();

    Ticker ticker();

    boolean knows(String token);

    /** The bot's own user. */
    ObjectNode user();

    /** The application, as READY tells it: id and flags. */
    ObjectNode application();

    /** The guilds that the bot is in, each as GUILD_CREATE tells it. */
    List<ObjectNode> guilds();

    /** Notes what a correct bot never does. */
    void violate(String where, String rule, String detail);
}
