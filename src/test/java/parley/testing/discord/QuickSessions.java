package parley.testing.discord;

import net.dv8tion.jda.api.utils.SessionController;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;

/**
 * Connects at once, where JDA's own controllers wait five seconds between two identifies; and to
 * the same address after a failure, where JDA's own turn to Discord.
 */
public final class QuickSessions extends SessionControllerAdapter implements SessionController {
    private final String address;

    public QuickSessions(String address) {
        this.address = address;
    }

    @Override
    public String getGateway() {
        return address;
    }

    @Override
    public void appendSession(SessionConnectNode node) {
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        node.run(false);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (IllegalStateException e) {
                        appendSession(node);
                    }
                });
    }

    @Override
    public void removeSession(SessionConnectNode node) {
        // Nothing waits here.
    }
}
