package parley.discord;

import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.SessionController;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The order in which shards connect, as many at a time as Discord allows, and where. After a failed
 * try JDA asks here for the address, and would be told Discord's own; this one stays with what
 * {@code gateway/bot} said. Safe for use by many threads.
 *
 * @see <a href="https://discord.com/developers/docs/events/gateway#get-gateway-bot">Get Gateway
 *     Bot</a>
 */
final class GatewaySessions extends ConcurrentSessionController implements SessionController {
    private static final Logger LOG = LoggerFactory.getLogger(GatewaySessions.class);

    private volatile @Nullable String address;

    @Override
    public ShardedGateway getShardedGateway(JDA api) {
        ShardedGateway gateway = super.getShardedGateway(api);
        address = gateway.getUrl();
        return gateway;
    }

    @Override
    public String getGateway() {
        String known = address;
        return known == null ? super.getGateway() : known;
    }

    @Override
    public void appendSession(SessionConnectNode node) {
        super.appendSession(new Patient(node, this));
    }

    @Override
    public void removeSession(SessionConnectNode node) {
        super.removeSession(new Patient(node, this));
    }

    /** A try whose failure is no news: it comes again, behind JDA's pause. */
    private record Patient(SessionConnectNode node, GatewaySessions sessions)
            implements SessionConnectNode {
        @Override
        public boolean isReconnect() {
            return node.isReconnect();
        }

        @Override
        public JDA getJDA() {
            return node.getJDA();
        }

        @Override
        public JDA.ShardInfo getShardInfo() {
            return node.getShardInfo();
        }

        @Override
        public void run(boolean isLast) throws InterruptedException {
            try {
                node.run(isLast);
            } catch (IllegalStateException e) {
                LOG.debug("A shard did not connect", e);
                sessions.appendSession(node);
            }
        }
    }
}
