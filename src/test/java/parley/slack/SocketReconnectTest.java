package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.testing.slack.Delivery;
import parley.testing.slack.FakeSlack;
import parley.testing.slack.Fault;
import parley.testing.slack.Room;
import parley.testing.slack.Sockets;

/** What happens to the connection, and that nothing which Slack tells is lost by it. */
final class SocketReconnectTest {
    private static final String OPEN = "apps.connections.open";

    private final FakeSlack slack = FakeSlack.start();
    private final Sockets sockets = slack.sockets();
    private final LinkedBot bot = new LinkedBot(slack);
    private final Turnstile gate = new Turnstile();

    @BeforeEach
    void arrange() {
        slack.addUser("U0ANN00001", "ann")
                .addChannel("C0GENERAL1", "general", Room.Kind.PUBLIC, "U0ANN00001");
        slack.app().redeliverAfter(Duration.ofMillis(500));
        bot.onMessage(event -> {
            if (event.getText().equals("slow")) {
                gate.pass();
            }
        });
    }

    @AfterEach
    void close() {
        gate.open();
        bot.close();
        slack.close();
    }

    @Test
    void warning_opensTheNextConnectionBeforeTheOldOneGoes() {
        bot.start();

        sockets.disconnect("warning");
        slack.await("the new connection", () -> sockets.everOpened() == 2);
        slack.await("the old one gone", () -> sockets.open() == 1);
        hears("after");

        assertThat(sockets.mostOpen()).isEqualTo(2);
        assertThat(slack.calls(OPEN)).hasSize(2);
        assertThat(bot.link.fault()).isEmpty();
        assertThat(bot.missed).containsExactly(Instant.EPOCH);
    }

    @Test
    void connectionThatWasLost_leavesAGapSinceItsLastSign() {
        bot.start();
        hears("before");
        Instant before = Instant.now();

        sockets.drop();
        slack.await("the new connection", () -> bot.missed.size() == 2);

        assertThat(bot.missed.getFirst()).isEqualTo(Instant.EPOCH);
        assertThat(bot.missed.getLast()).isBeforeOrEqualTo(before);
    }

    @Test
    void warningAndRefresh_makeOneNewConnection() {
        bot.start();

        sockets.disconnect("warning");
        sockets.disconnect("refresh_requested");
        slack.await("the new connection", () -> sockets.everOpened() == 2);
        slack.await("the old one gone", () -> sockets.open() == 1);
        hears("after");

        assertThat(slack.calls(OPEN)).hasSize(2);
        assertThat(sockets.everOpened()).isEqualTo(2);
    }

    @Test
    void request_underWayOverTheOldConnection_isAcknowledgedOverIt() {
        bot.start();
        slack.app().redeliverAfter(Duration.ofSeconds(20));
        slack.says("U0ANN00001", "C0GENERAL1", "slow");
        gate.awaitReached(1);

        sockets.disconnect("warning");
        slack.await("the new connection", () -> sockets.everOpened() == 2);
        gate.open();
        slack.awaitAcknowledged();

        assertThat(message().attempts()).isEqualTo(1);
    }

    @Test
    void request_underWayWhenItsConnectionGoes_isAcknowledgedOverTheNext() {
        bot.start();
        slack.app().redeliverAfter(Duration.ofSeconds(20));
        slack.says("U0ANN00001", "C0GENERAL1", "slow");
        gate.awaitReached(1);

        sockets.drop();
        slack.await("the new connection", () -> sockets.everOpened() == 2);
        slack.await("heard", () -> bot.link.fault().isEmpty());
        gate.open();
        slack.awaitAcknowledged();

        assertThat(message().ack().connection()).isEqualTo(2);
        assertThat(message().attempts()).isEqualTo(1);
    }

    @Test
    void brokenConnection_isReplacedAndWhatWasToldMeanwhileComes() {
        bot.start();

        sockets.drop();
        slack.says("U0ANN00001", "C0GENERAL1", "meanwhile");
        slack.awaitAcknowledged();

        assertThat(bot.heard()).containsExactly("meanwhile");
        assertThat(sockets.open()).isEqualTo(1);
    }

    @Test
    void closedConnection_isReplaced() {
        bot.start();

        sockets.close();
        slack.says("U0ANN00001", "C0GENERAL1", "meanwhile");
        slack.awaitAcknowledged();

        assertThat(sockets.everOpened()).isEqualTo(2);
    }

    @Test
    void silentConnection_isReplaced() {
        slack.app().redeliverAfter(Duration.ofSeconds(3));
        bot.start();

        sockets.silence();
        slack.says("U0ANN00001", "C0GENERAL1", "into the void");
        slack.await("heard", () -> bot.heard().contains("into the void"));
        slack.awaitAcknowledged();

        assertThat(sockets.everOpened()).isEqualTo(2);
        slack.await("the silent one gone", () -> sockets.open() == 1);
    }

    @Test
    void quietConnection_thatAnswersPings_isKept() {
        bot.start();
        Duration quiet = LinkedBot.BRISK.silence().multipliedBy(2);

        slack.await("time", after(quiet));

        assertThat(sockets.everOpened()).isEqualTo(1);
        assertThat(bot.link.fault()).isEmpty();
    }

    @Test
    void newConnectionWithoutHello_isGivenUp() {
        bot.start();

        sockets.silenceAll();
        slack.await("a second try", () -> sockets.everOpened() == 2);
        slack.await("told", () -> bot.link.fault().isPresent());
        sockets.heal();
        slack.await("heard again", () -> bot.link.fault().isEmpty());
        hears("after");

        assertThat(sockets.mostOpen()).isLessThanOrEqualTo(2);
    }

    @Test
    void opening_thatFailsInSixWays_isTriedUntilItWorks() {
        bot.start();
        slack.faults()
                .next(OPEN, new Fault.Status(500))
                .next(OPEN, new Fault.RateLimited(1))
                .next(OPEN, new Fault.Refused("internal_error"))
                .next(OPEN, new Fault.Malformed())
                .next(OPEN, new Fault.Reset())
                .next(OPEN, new Fault.Hang());

        sockets.drop();
        slack.says("U0ANN00001", "C0GENERAL1", "meanwhile");
        slack.await("deaf", () -> bot.link.fault().isPresent());
        slack.awaitAcknowledged();

        assertThat(slack.calls(OPEN)).hasSize(8);
        assertThat(bot.heard()).containsExactly("meanwhile");
        assertThat(bot.link.fault()).isEmpty();
    }

    @Test
    void renewal_thatFails_leavesTheOldConnectionInUse() {
        bot.start();
        slack.faults().next(OPEN, 3, new Fault.Status(500));

        sockets.disconnect("warning");
        hears("meanwhile");
        slack.await("the new connection", () -> sockets.everOpened() == 2);

        assertThat(bot.link.fault()).isEmpty();
    }

    @Test
    void oldConnection_thatGoesSilentBeforeTheNext_leavesAGap() {
        bot.start();
        slack.faults().always(OPEN, new Fault.Status(503));
        sockets.disconnect("warning");
        slack.await("a renewal that fails", () -> slack.calls(OPEN).size() > 1);
        Instant before = Instant.now();
        sockets.silence();
        slack.await("a fault", () -> bot.link.fault().isPresent());
        slack.faults().clear();
        slack.await("the new connection", () -> sockets.everOpened() == 2);

        slack.await("a gap", () -> bot.missed.size() == 2);
        assertThat(bot.missed.getLast()).isBefore(Instant.now());
        assertThat(bot.missed.getLast()).isAfterOrEqualTo(before.minusSeconds(5));
        assertThat(bot.link.fault()).isEmpty();
    }

    @Test
    void linkDisabled_isSaidInHealthAndTriedAgain() {
        bot.start();
        slack.faults().always(OPEN, new Fault.Refused("internal_error"));

        sockets.disconnect("link_disabled");
        slack.await("told", () -> bot.link.fault().toString().contains("switch it on"));
        slack.faults().clear();
        slack.await("back", () -> bot.link.fault().isEmpty());

        hears("after");
    }

    @Test
    void tooManyConnections_isWaitedOut() {
        bot.start();

        sockets.disconnect("too_many_websockets");
        slack.await("the next one", () -> sockets.everOpened() == 2);
        slack.await("back", () -> bot.link.fault().isEmpty());
        hears("after");

        assertThat(sockets.mostOpen()).isEqualTo(1);
    }

    @Test
    void fiftyCycles_leakNeitherConnectionsNorThreads() {
        slack.limits().off();
        bot.start();
        hears("before");
        Set<String> before = threads();
        List<Runnable> ways =
                List.of(
                        sockets::drop,
                        sockets::close,
                        () -> sockets.disconnect("warning"),
                        () -> sockets.disconnect("refresh_requested"));

        IntStream.range(0, 49).forEach(i -> cycle(ways.get(i % 4)));
        cycle(sockets::silence);
        hears("after");

        slack.await("one connection", () -> sockets.open() == 1);
        assertThat(sockets.mostOpen()).isLessThanOrEqualTo(2);
        // Pools keep idle workers for a while; what leaks with each cycle comes to more than that.
        slack.await("no more threads", () -> threads().size() <= before.size() + 10);
    }

    private void cycle(Runnable way) {
        int opened = sockets.everOpened();
        way.run();
        slack.await("the next connection", () -> sockets.everOpened() > opened);
        slack.await("the old one gone", () -> sockets.open() == 1);
        slack.await("heard", () -> bot.link.fault().isEmpty());
    }

    @Test
    void close_leavesNoConnectionAndNoThread() {
        Set<String> before = threads();
        bot.start();
        hears("hello");

        bot.link.close();

        slack.await("no connection", () -> sockets.open() == 0);
        slack.await("no more threads", () -> threads().size() <= before.size());
        assertThat(bot.link.fault()).isPresent();
    }

    @Test
    void close_whileSlackIsOutOfReach_ends() {
        bot.start();
        slack.faults().always(OPEN, new Fault.Hang());
        sockets.drop();
        slack.await("deaf", () -> bot.link.fault().isPresent());

        bot.link.close();

        assertThat(sockets.open()).isZero();
        assertThat(sockets.everOpened()).isEqualTo(1);
    }

    /** The threads of the client and its WebSocket. */
    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(thread -> thread.getName() + " " + thread.threadId())
                .filter(name -> name.matches("(?i).*(grizzly|tyrus|socket-mode).*"))
                .collect(Collectors.toSet());
    }

    private static java.util.function.BooleanSupplier after(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        return () -> System.nanoTime() - end > 0;
    }

    private void hears(String text) {
        slack.says("U0ANN00001", "C0GENERAL1", text);
        slack.await("heard " + text, () -> bot.heard().contains(text));
    }

    private Delivery message() {
        return slack.deliveries("message").getFirst();
    }
}
