package parley.testing.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.methods.MethodsClient;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.socket_mode.SocketModeClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import parley.testing.Json;

/** Slack's own client and Bolt, connected to the fake; keeps what it hears. */
final class RunningBolt {
    private final Slack slack;
    private final App app;
    private final SocketModeApp socket;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicBoolean failing = new AtomicBoolean();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<WebSocket> more = new ArrayList<>();

    private RunningBolt(FakeSlack fake) throws Exception {
        slack = client(fake);
        app =
                new App(
                        AppConfig.builder()
                                .slack(slack)
                                .singleTeamBotToken(fake.botToken())
                                .allEventsApiAutoAckEnabled(true)
                                .build());
        socket = new SocketModeApp(fake.appToken(), app, SocketModeClient.Backend.Tyrus, 4);
        events();
        interactions();
    }

    static RunningBolt start(FakeSlack fake) {
        try {
            RunningBolt bolt = new RunningBolt(fake);
            bolt.socket.startAsync();
            fake.await("a socket", () -> fake.sockets().open() > 0);
            return bolt;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Slack's own client, with the fake as its Slack. */
    static Slack client(FakeSlack fake) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(fake.apiUrl());
        config.setProxyUrl(null);
        config.setStatsEnabled(false);
        config.setHttpClientReadTimeoutMillis(20_000);
        config.setHttpClientCallTimeoutMillis(20_000);
        return Slack.getInstance(config);
    }

    private void events() {
        app.event(
                AppMentionEvent.class,
                (event, context) -> {
                    heard.add("mention " + event.getEvent().getText());
                    return context.ack();
                });
        app.event(
                MessageEvent.class,
                (event, context) -> {
                    String again =
                            context.getRetryNum() == 0 ? "" : " again " + context.getRetryNum();
                    heard.add("message " + event.getEvent().getText() + again);
                    if (failing.getAndSet(false)) {
                        throw new IllegalStateException("so that nobody acknowledges");
                    }
                    return context.ack();
                });
    }

    private void interactions() {
        app.command(
                "/parley",
                (request, context) -> context.ack("You said " + request.getPayload().getText()));
        app.blockAction(
                Pattern.compile(".*"),
                (request, context) -> {
                    var action = request.getPayload().getActions().getFirst();
                    heard.add("pressed " + action.getActionId() + "=" + action.getValue());
                    return context.ack();
                });
        app.messageShortcut(
                "ask",
                (request, context) -> {
                    heard.add("shortcut on " + request.getPayload().getMessage().getText());
                    return context.ack();
                });
        app.viewSubmission(
                "form",
                (request, context) -> {
                    heard.add("submitted " + request.getPayload().getView().getState());
                    return context.ack();
                });
    }

    /** The next message is not acknowledged. */
    void failNext() {
        failing.set(true);
    }

    App app() {
        return app;
    }

    MethodsClient methods() {
        return app.client();
    }

    List<String> heard() {
        return heard;
    }

    /** One connection beside Bolt's own. */
    void connectOnceMore(FakeSlack fake) {
        more.add(http.newWebSocketBuilder().buildAsync(URI.create(address(fake)), quiet()).join());
    }

    private static WebSocket.Listener quiet() {
        return new WebSocket.Listener() {};
    }

    /** Whether a WebSocket can be opened there. */
    boolean opens(String address) {
        try {
            more.add(http.newWebSocketBuilder().buildAsync(URI.create(address), quiet()).join());
            return true;
        } catch (CompletionException e) {
            return false;
        }
    }

    int port(FakeSlack fake) {
        return URI.create(address(fake)).getPort();
    }

    private static String address(FakeSlack fake) {
        String body = new RawClient(fake).form("apps.connections.open", fake.appToken()).body();
        return Json.parse(body).orElseThrow().path("url").asText();
    }

    void close() {
        try {
            more.forEach(WebSocket::abort);
            http.shutdownNow();
            SocketModeClient client = socket.getClient();
            socket.close();
            client.close();
            slack.close();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
