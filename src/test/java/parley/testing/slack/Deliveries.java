package parley.testing.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import parley.testing.Watch;

/**
 * Everything that Slack told the app. Events that are not acknowledged in time are told again, up
 * to three times unless set (docs.slack.dev/apis/events-api); interactions and commands never are.
 */
final class Deliveries implements AutoCloseable {
    private final Watch watch;
    private final List<Delivery> all = new ArrayList<>();
    private final List<Delivery> unanswered = new ArrayList<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("fake-slack-timer").factory());
    private volatile int retries = 3;
    private volatile Transport transport;
    private volatile Duration patience = Duration.ofSeconds(3);
    private Consumer<Delivery> answered = _ -> {};

    Deliveries(Watch watch, Transport transport) {
        this.watch = watch;
        this.transport = transport;
    }

    void transport(Transport other) {
        transport = other;
    }

    /** How long an event waits for its acknowledgement before it is told again, and how often. */
    void patience(Duration time, int times) {
        patience = time;
        retries = times;
    }

    Duration patience() {
        return patience;
    }

    /** Who hears of the app's answers, the first to each. */
    void onAnswer(Consumer<Delivery> listener) {
        answered = listener;
    }

    ScheduledExecutorService timer() {
        return timer;
    }

    List<Delivery> all() {
        return watch.read(() -> List.copyOf(all));
    }

    void add(Delivery delivery) {
        watch.run(() -> {
            all.add(delivery);
            transport.send(delivery);
        });
    }

    /** Once more, acknowledged or not. */
    void again(Delivery delivery) {
        watch.run(() -> transport.send(delivery));
    }

    /** Tells it again after a while, unless it was acknowledged by then. */
    void retryLater(Delivery delivery) {
        if (!timer.isShutdown()) {
            var _ =
                    timer.schedule(
                            () -> overdue(delivery), patience.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void overdue(Delivery delivery) {
        watch.run(() -> {
            if (delivery.acknowledged()) {
                return;
            }
            if (delivery.kind() != Delivery.Kind.EVENT) {
                unanswered.add(delivery);
            } else if (delivery.fail() <= retries) {
                transport.send(delivery);
            }
        });
    }

    /** Interactions and commands whose senders were told that the app does not answer. */
    List<Delivery> unanswered() {
        return watch.read(() -> List.copyOf(unanswered));
    }

    void acknowledge(String envelopeId, int connection, JsonNode answer) {
        watch.run(() ->
                find(envelopeId)
                        .ifPresent(found -> {
                            boolean first = !found.acknowledged();
                            found.acknowledge(connection, answer);
                            if (first) {
                                answered.accept(found);
                            }
                        }));
    }

    private Optional<Delivery> find(String envelopeId) {
        return all.stream().filter(one -> one.envelopeId().equals(envelopeId)).findFirst();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
