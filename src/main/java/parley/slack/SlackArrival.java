package parley.slack;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.Backoff;

/**
 * Learns at the start who the bot is. A Slack that is out of reach just then does not keep the
 * program from starting: it is asked again until it answers. For one start.
 */
final class SlackArrival implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlackArrival.class);

    private final SlackApi api;
    private final Backoff backoff =
            new Backoff(
                    Duration.ofMillis(500),
                    Duration.ofSeconds(30),
                    () -> ThreadLocalRandom.current().nextDouble());
    private final CountDownLatch closed = new CountDownLatch(1);

    SlackArrival(SlackApi api) {
        this.api = api;
    }

    /**
     * Tells who the bot is: before it returns when Slack answers at once, else later and from
     * another thread.
     *
     * @throws IllegalStateException when Slack refuses the token, with what to change
     */
    void await(Consumer<BotIdentity> known) {
        Optional<BotIdentity> self = Introduction.ask(api);
        if (self.isPresent()) {
            known.accept(self.get());
            return;
        }
        LOG.warn("Slack cannot be reached; it is asked again until it answers");
        Thread.ofVirtual().name("slack arrival").start(() -> later(known));
    }

    private void later(Consumer<BotIdentity> known) {
        try {
            while (!closed.await(
                    backoff.afterFailure(Duration.ZERO).toMillis(), TimeUnit.MILLISECONDS)) {
                Optional<BotIdentity> self = Introduction.ask(api);
                if (self.isPresent()) {
                    known.accept(self.get());
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("Slack is not served: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
