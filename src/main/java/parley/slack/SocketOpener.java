package parley.slack;

import com.slack.api.Slack;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import parley.chat.Ticker;
import parley.slack.SocketOpening.Failed;
import parley.slack.SocketOpening.Opened;
import parley.slack.SocketOpening.Refused;

/**
 * Opens connections of Socket Mode: asks for an address, connects, and waits for Slack's hello. For
 * use by one thread.
 *
 * @see <a href="https://docs.slack.dev/reference/methods/apps.connections.open">
 *     apps.connections.open</a>
 */
final class SocketOpener {
    private static final String WHERE =
            "; app-level tokens are made at api.slack.com/apps, under Basic Information";

    private final SlackApi api;
    private final String appToken;
    private final SlackSocket.Listener listener;
    private final Ticker ticker;
    private final Duration patience;

    /**
     * @param patience how long Slack may take for an address, and for a hello
     */
    SocketOpener(
            SlackApi api,
            String appToken,
            SlackSocket.Listener listener,
            Ticker ticker,
            Duration patience) {
        this.api = api;
        this.appToken = appToken;
        this.listener = listener;
        this.ticker = ticker;
        this.patience = patience;
    }

    /**
     * Blocks until there is a connection or none came about, for twice the patience at the most.
     */
    SocketOpening open() throws InterruptedException {
        return switch (ask()) {
            case Outcome.Done(AppsConnectionsOpenResponse done) -> connect(done.getUrl());
            case Outcome.Refused(String error) -> refused(error);
            case Outcome.Limited(Duration pause) ->
                    new Failed("Slack asks to wait " + pause.toSeconds() + " s", pause);
            case Outcome.Lost(String reason) -> new Failed(reason, Duration.ZERO);
        };
    }

    /** Other calls may take longer than a bot should be deaf. */
    private Outcome<AppsConnectionsOpenResponse> ask() throws InterruptedException {
        var answer = new CompletableFuture<Outcome<AppsConnectionsOpenResponse>>();
        Thread asking = Thread.ofVirtual().name("slack asking").start(() -> ask(answer));
        try {
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new Outcome.Lost<>("Slack does not answer");
        } catch (ExecutionException e) {
            throw new IllegalStateException("apps.connections.open failed", e.getCause());
        } finally {
            asking.interrupt();
        }
    }

    private void ask(CompletableFuture<Outcome<AppsConnectionsOpenResponse>> answer) {
        try {
            answer.complete(
                    api.call(methods -> methods.appsConnectionsOpen(it -> it.token(appToken))));
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    private SocketOpening connect(String address) throws InterruptedException {
        boolean opened = false;
        SlackSocket socket = socket(api.slack(), address);
        try {
            opened = socket.open(patience);
        } finally {
            if (!opened) {
                socket.close();
            }
        }
        return opened ? new Opened(socket) : notOpened(socket, address);
    }

    private SlackSocket socket(Slack slack, String address) {
        try {
            return new SlackSocket(slack, address, listener, ticker);
        } catch (URISyntaxException e) {
            // The cause would quote the address, which lets whoever knows it connect.
            throw new IllegalStateException("Slack gave an address that is none");
        }
    }

    /** Slack may have said on the connection why it wants none. */
    private static SocketOpening notOpened(SlackSocket socket, String address)
            throws InterruptedException {
        String host = URI.create(address).getHost();
        return socket.awaitEnd(Duration.ZERO)
                .filter(end -> end.kind() != SocketEnd.Kind.LOST)
                .map(end -> new Failed(end.reason(), Duration.ZERO))
                .orElse(new Failed("no WebSocket to " + host + " could be opened", Duration.ZERO));
    }

    private static SocketOpening refused(String error) {
        return switch (error) {
            case "invalid_auth",
                    "not_authed",
                    "account_inactive",
                    "token_revoked",
                    "token_expired" ->
                    new Refused("SLACK_APP_TOKEN is not valid (" + error + ")" + WHERE);
            case "not_allowed_token_type" ->
                    new Refused(
                            "SLACK_APP_TOKEN is no app-level token, which begins with xapp- ("
                                    + error
                                    + ")"
                                    + WHERE);
            case "missing_scope", "no_permission" ->
                    new Refused(
                            "SLACK_APP_TOKEN lacks the scope connections:write ("
                                    + error
                                    + ")"
                                    + WHERE);
            default -> new Failed("apps.connections.open said " + error, Duration.ZERO);
        };
    }
}
