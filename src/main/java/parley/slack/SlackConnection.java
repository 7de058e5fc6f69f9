package parley.slack;

import com.slack.api.bolt.App;
import java.util.Optional;
import parley.chat.Supervised;

/** The way on which Slack's events come to Bolt's app. Safe for use by many threads. */
interface SlackConnection extends Supervised, AutoCloseable {
    /**
     * Begins to hand requests to the app, whose handlers are all registered. Called once. A Slack
     * that is out of reach just now is no failure: {@link #fault} says so until it is back.
     *
     * @throws IllegalStateException when Slack refuses the settings, with a message that says what
     *     to change
     */
    void start(App app);

    @Override
    Optional<String> fault();

    /** Takes nothing more, lets what is under way be acknowledged, and lets go of connections. */
    @Override
    void close();
}
