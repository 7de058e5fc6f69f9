package parley.slack;

import com.slack.api.bolt.App;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.Hearing;
import parley.chat.Ticker;

/**
 * Socket Mode: Slack's requests come over a WebSocket that this side opens, so that no address of
 * ours need be reachable. Safe for use by many threads.
 *
 * @see <a href="https://docs.slack.dev/apis/events-api/using-socket-mode">Using Socket Mode</a>
 */
final class SocketLink implements SlackConnection {
    private static final Logger LOG = LoggerFactory.getLogger(SocketLink.class);

    private final SlackApi api;
    private final String appToken;
    private final SlackRequests requests;
    private final SocketPace pace;
    private final Ticker ticker;
    private final Absence absence;
    private final Hearing hearing;
    private volatile @Nullable SocketKeeper keeper;

    SocketLink(
            SlackApi api,
            String appToken,
            SlackRequests requests,
            SocketPace pace,
            Absence absence,
            Ticker ticker,
            InstantSource time) {
        this.api = api;
        this.appToken = appToken;
        this.requests = requests;
        this.pace = pace;
        this.absence = absence;
        this.ticker = ticker;
        hearing = new Hearing("Slack", "Socket Mode", time);
    }

    @Override
    public void start(App app) {
        app.start();
        var newest = new AtomicReference<@Nullable SlackSocket>();
        var intake = new SocketIntake(app, requests, newest);
        var opener = new SocketOpener(api, appToken, intake, ticker, pace.answer());
        var started = new SocketKeeper(opener, newest, hearing, absence, pace, ticker);
        keeper = started;
        started.start();
    }

    @Override
    public Optional<String> fault() {
        SocketKeeper started = keeper;
        return started == null ? hearing.fault() : started.fault();
    }

    @Override
    public void close() {
        if (!requests.close(pace.close())) {
            LOG.info("Some requests of Slack are not acknowledged; it sends them again");
        }
        SocketKeeper started = keeper;
        if (started != null) {
            started.close();
        }
    }
}
