package parley.slack;

import com.slack.api.bolt.App;
import com.slack.api.model.event.MessageEvent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import parley.testing.slack.FakeSlack;

/** A Bolt app on a fake Slack, linked to it as the product is, with short waits. */
final class LinkedBot implements AutoCloseable {
    /** Short enough for a test to wait for, long enough for a busy machine. */
    static final SocketPace BRISK =
            new SocketPace(
                    Duration.ofMillis(20),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(3),
                    Duration.ofMillis(200),
                    Duration.ZERO,
                    Duration.ofMillis(10),
                    Duration.ofMillis(200),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(10));

    final FakeSlack slack;
    final App app;

    /** Since when it heard nothing, each time that it heard again. */
    final List<Instant> missed = new CopyOnWriteArrayList<>();

    final SocketLink link;
    private final SlackApi api;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    LinkedBot(FakeSlack slack) {
        this(slack, slack.appToken(), 1_000, it -> it);
    }

    LinkedBot(FakeSlack slack, String appToken, int most, UnaryOperator<SocketPace> pace) {
        this.slack = slack;
        SlackSettings settings =
                new SlackSettings(
                        slack.botToken(),
                        Optional.of(appToken),
                        Optional.empty(),
                        URI.create(slack.apiUrl()),
                        SlackAdmins.NONE);
        api = SlackApi.connect(settings);
        app = BoltApps.create(settings, api);
        link =
                new SocketLink(
                        api,
                        appToken,
                        new SlackRequests(most),
                        pace.apply(BRISK),
                        new Absence(missed::add, Instant::now),
                        System::nanoTime,
                        InstantSource.system());
    }

    /** What happens with each message before it counts as heard. */
    LinkedBot onMessage(Consumer<MessageEvent> work) {
        app.event(
                MessageEvent.class,
                (request, context) -> {
                    work.accept(request.getEvent());
                    heard.add(request.getEvent().getText());
                    return context.ack();
                });
        return this;
    }

    LinkedBot start() {
        link.start(app);
        slack.await("connected", () -> link.fault().isEmpty());
        return this;
    }

    /** The texts of messages, in the order in which their handlers returned. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        link.close();
        api.close();
    }
}
