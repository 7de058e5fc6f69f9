package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** The app as it is installed: what it may do, what it is told, and how. Safe for many threads. */
public final class InstalledApp {
    private final Workspace workspace;
    private final Events events;
    private final Deliveries deliveries;
    private final Tokens tokens;
    private final SocketDoor sockets;
    private final List<HttpPush> pushes = new CopyOnWriteArrayList<>();

    InstalledApp(Workspace workspace, Events events, Tokens tokens, SocketDoor sockets) {
        this.workspace = workspace;
        this.events = events;
        this.tokens = tokens;
        this.sockets = sockets;
        this.deliveries = sockets.deliveries();
    }

    /** The app has the scopes, the events and the agent view of this manifest, and no others. */
    public InstalledApp install(JsonNode manifest) {
        workspace.watch.run(() -> {
            workspace.manifest = Optional.of(manifest);
            tokens.scopes(ManifestCheck.scopes(manifest));
            JsonNode settings = manifest.path("settings");
            events.subscribe(
                    BlockText.stream(settings.path("event_subscriptions").path("bot_events"))
                            .map(JsonNode::asText)
                            .collect(Collectors.toSet()));
        });
        return this;
    }

    /** Such events no longer come, for example {@code message.channels}. */
    public InstalledApp without(String... eventNames) {
        workspace.watch.run(() -> events.unsubscribe(eventNames));
        return this;
    }

    /** Whether the app hears of its own messages, as it does unless set. */
    public InstalledApp echoes(boolean on) {
        workspace.watch.run(() -> events.echoes(on));
        return this;
    }

    /** The scopes that the bot token was granted; all that the app could ask for unless set. */
    public InstalledApp scopes(String... granted) {
        workspace.watch.run(() -> tokens.scopes(List.of(granted)));
        return this;
    }

    /** The bot token lacks these scopes. */
    public InstalledApp withoutScopes(String... missing) {
        workspace.watch.run(() -> {
            List<String> left = new java.util.ArrayList<>(tokens.scopes());
            left.removeAll(List.of(missing));
            tokens.scopes(left);
        });
        return this;
    }

    /** The bot token is refused from now on, with {@code token_revoked} or another error. */
    public InstalledApp revoke(String error) {
        workspace.watch.run(() -> tokens.revoke(error));
        return this;
    }

    /** How long anything told waits for its acknowledgement; 3 seconds unless set. */
    public InstalledApp redeliverAfter(Duration time) {
        return redeliverAfter(time, 3);
    }

    /** Likewise, and how often an event is told again; three times unless set. */
    public InstalledApp redeliverAfter(Duration time, int times) {
        deliveries.patience(time, times);
        return this;
    }

    /**
     * From now on the app is told by signed requests to this address; what is on its way stays so.
     */
    public HttpPush byHttp(URI address) {
        HttpPush fresh = new HttpPush(workspace, deliveries, address);
        pushes.add(fresh);
        deliveries.transport(fresh);
        return fresh;
    }

    /** As it is unless set. */
    public InstalledApp bySocketMode() {
        deliveries.transport(sockets);
        return this;
    }

    void close() {
        pushes.forEach(HttpPush::close);
    }
}
