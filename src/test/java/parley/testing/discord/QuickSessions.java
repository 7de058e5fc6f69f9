package parley.testing.discord;

import net.dv8tion.jda.api.utils.SessionController;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;

/** Connects at once, where JDA's own controllers wait five seconds between two identifies. */
final class QuickSessions extends SessionControllerAdapter implements SessionController {
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
