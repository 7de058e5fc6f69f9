package parley.testing.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.methods.MethodsClient;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageChangedEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.socket_mode.SocketModeClient;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Slack's own client and Bolt, connected to the fake; keeps what it hears. */
final class RunningBolt implements AutoCloseable {
    private final Slack slack;
    private final App app;
    private final SocketModeApp socket;
    private final List<String> heard = new CopyOnWriteArrayList<>();

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
        listen();
    }

    static RunningBolt start(FakeSlack fake) throws Exception {
        RunningBolt bolt = new RunningBolt(fake);
        bolt.socket.startAsync();
        fake.await("a socket", () -> fake.sockets().open() > 0);
        return bolt;
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

    private void listen() {
        app.event(
                AppMentionEvent.class,
                (event, context) -> {
                    heard.add(
                            "mention " + event.getEvent().getText() + retry(context.getRetryNum()));
                    return context.ack();
                });
        app.event(
                MessageEvent.class,
                (event, context) -> {
                    heard.add("message " + event.getEvent().getText());
                    return context.ack();
                });
        app.event(
                MessageChangedEvent.class,
                (event, context) -> {
                    heard.add("changed " + event.getEvent().getMessage().getText());
                    return context.ack();
                });
        app.command(
                "/parley",
                (request, context) -> context.ack("You said " + request.getPayload().getText()));
        app.blockAction(
                java.util.regex.Pattern.compile(".*"),
                (request, context) -> {
                    var action = request.getPayload().getActions().getFirst();
                    heard.add("pressed " + action.getActionId() + "=" + action.getValue());
                    return context.ack();
                });
    }

    private static String retry(Integer number) {
        return number == null || number == 0 ? "" : " again " + number;
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

    @Override
    public void close() throws Exception {
        SocketModeClient client = socket.getClient();
        socket.close();
        client.close();
        slack.close();
    }
}
