package parley.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.view.View;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.Throttle;
import parley.chat.ChannelId;
import parley.chat.Overview;
import parley.chat.Ticker;
import parley.chat.UserId;
import parley.chat.WorkspaceId;

/** Shows the app's Home to whoever opens it. Safe for use by many threads. */
final class HomeTab {
    private static final Logger LOG = LoggerFactory.getLogger(HomeTab.class);
    private static final int MOST_THREADS = 10;
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final WorkspaceId workspace;
    private final SlackApi api;
    private final Overview overview;
    private final Throttle throttle;
    private volatile Optional<String> address = Optional.empty();

    HomeTab(WorkspaceId workspace, SlackApi api, Overview overview, Ticker ticker) {
        this.workspace = workspace;
        this.api = api;
        this.overview = overview;
        this.throttle = new Throttle(PAUSE, ticker);
    }

    /** Blocks until Slack has the page; one that the person has had a moment ago stays. */
    void opened(AppHomeOpenedEvent event) {
        String person = event.getUser();
        if (SlackIds.valid(person) && throttle.pass(person)) {
            publish(person, page(event));
        }
    }

    private View page(AppHomeOpenedEvent event) {
        List<Overview.Recent> recent =
                overview.recent(workspace, new UserId(event.getUser()), MOST_THREADS);
        Map<ChannelId, Overview.Card> cards = new LinkedHashMap<>();
        Optional.ofNullable(event.getChannel())
                .filter(SlackIds::valid)
                .ifPresent(direct -> card(cards, new ChannelId(workspace, direct)));
        recent.forEach(thread -> card(cards, thread.thread().channel()));
        return HomePage.of(cards, recent, new ThreadLinks(address()));
    }

    private void card(Map<ChannelId, Overview.Card> cards, ChannelId channel) {
        cards.computeIfAbsent(channel, overview::persona);
    }

    /** The workspace's address, asked once; without it links lead to the browser. */
    private Optional<String> address() {
        if (address.isEmpty()
                && api.call(slack -> slack.authTest(r -> r))
                        instanceof Outcome.Done<AuthTestResponse>(var told)) {
            address = Optional.ofNullable(told.getUrl());
        }
        return address;
    }

    private void publish(String person, View page) {
        var outcome = api.call(slack -> slack.viewsPublish(r -> r.userId(person).view(page)));
        if (!(outcome instanceof Outcome.Done<?>)) {
            LOG.warn("The Home of {} could not be shown: {}", person, outcome);
        }
    }
}
