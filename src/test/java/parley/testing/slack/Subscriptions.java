package parley.testing.slack;

import java.time.Duration;
import java.util.List;

/** What the app is told, how, and what it may do. Safe for use by many threads. */
public final class Subscriptions {
    private final Events events;
    private final Deliveries deliveries;
    private final Tokens tokens;

    Subscriptions(Events events, Deliveries deliveries, Tokens tokens) {
        this.events = events;
        this.deliveries = deliveries;
        this.tokens = tokens;
    }

    /** Such events no longer come, for example {@code message.channels}. */
    public Subscriptions without(String... names) {
        events.unsubscribe(names);
        return this;
    }

    /** Whether the app hears of its own messages, as it does unless set. */
    public Subscriptions echoes(boolean on) {
        events.echoes(on);
        return this;
    }

    /** How long an event waits for its acknowledgement; 3 seconds unless set. */
    public Subscriptions redeliverAfter(Duration time) {
        deliveries.patience(time);
        return this;
    }

    /** The scopes that the bot token was granted; all that the app could ask for unless set. */
    public Subscriptions scopes(List<String> granted) {
        tokens.scopes(granted);
        return this;
    }

    /** The bot token is refused from now on, with {@code token_revoked} or another error. */
    public Subscriptions revoke(String error) {
        tokens.revoke(error);
        return this;
    }
}
