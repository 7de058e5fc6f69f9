package parley.discord;

import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import org.jspecify.annotations.Nullable;

/**
 * When and where JDA connects. After a connection that failed JDA takes Discord's usual address
 * rather than the one that the API tells, so that is remembered. Safe for use by many threads.
 */
final class Sessions extends ConcurrentSessionController {
    private volatile @Nullable String address;

    @Override
    public ShardedGateway getShardedGateway(JDA api) {
        ShardedGateway told = super.getShardedGateway(api);
        address = told.getUrl();
        return told;
    }

    @Override
    public String getGateway() {
        String known = address;
        return known == null ? super.getGateway() : known;
    }
}
