package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import parley.RunningParley;
import parley.testing.FakeAnthropic;
import parley.testing.RecordedRequest;
import parley.testing.slack.FakeSlack;
import parley.testing.slack.Person.Trait;
import parley.testing.slack.Room;
import parley.testing.slack.Shown;
import parley.testing.slack.ShownButton;
import parley.testing.slack.Violation;

/**
 * The whole program in a loopback Slack, with a loopback Messages API. However a journey ends, the
 * bot did nothing that Slack forbids, went over no limit and woke nobody.
 */
abstract class SlackJourney {
    static final String ADA = "U0ADA00001";
    static final String BOB = "U0BOB00001";
    static final String EVE = "U0EVE00001";
    static final String GENERAL = "C0GENERAL1";
    static final String SECRET = "G0SECRET01";

    @TempDir Path folder;
    final FakeAnthropic claude = FakeAnthropic.start();
    final FakeSlack slack = FakeSlack.start();
    final Map<String, String> settings = new HashMap<>();
    private final Set<String> tolerated = new HashSet<>();
    private Optional<RunningParley> running = Optional.empty();

    @BeforeEach
    final void startProgram() {
        slack.addUser(ADA, "Ada")
                .addUser(BOB, "Bob")
                .addUser(EVE, "Eve", Trait.ADMIN)
                .addChannel(GENERAL, "general", Room.Kind.PUBLIC, ADA, BOB, EVE)
                .addChannel(SECRET, "secret", Room.Kind.PRIVATE, ADA, BOB);
        settings.put("ANTHROPIC_BASE_URL", claude.url());
        settings.put("SLACK_BOT_TOKEN", slack.botToken());
        settings.put("SLACK_API_URL", slack.apiUrl());
        configure();
        start();
    }

    /** By which way events come; Socket Mode unless overridden. */
    void configure() {
        settings.put("SLACK_APP_TOKEN", slack.appToken());
    }

    @AfterEach
    final void stopProgram() {
        running.ifPresent(RunningParley::close);
        slack.close();
        claude.close();
        assertThat(slack.violations()).extracting(Violation::rule).isSubsetOf(tolerated);
        assertThat(slack.rateLimited()).isEmpty();
        assertThat(slack.notified()).isEmpty();
    }

    final void start() {
        startAhead(Duration.ZERO);
    }

    /** Stops, and forgets what counted for limits before. */
    final void stop() {
        running.orElseThrow().stop(Duration.ZERO);
        running = Optional.empty();
        slack.limits().rest();
    }

    /** With a calendar that is so far ahead. */
    final void startAhead(Duration ahead) {
        running = Optional.of(RunningParley.start(folder, settings, ahead));
        awaitReady();
    }

    /** Here the bot cannot but try what Slack may refuse with this error. */
    final void tolerate(String error) {
        tolerated.add(error);
    }

    void awaitReady() {
        slack.await("a connection", () -> slack.sockets().open() > 0);
    }

    /** Stops and starts again over the same database. */
    final void restart(Duration patience) {
        stop(patience);
        start();
    }

    final void stop(Duration patience) {
        running.orElseThrow().stop(patience);
        running = Optional.empty();
    }

    /** Stops and starts again, with a calendar that is so far ahead. */
    final void restartAhead(Duration ahead) {
        running.orElseThrow().stop(Duration.ZERO);
        slack.limits().rest();
        startAhead(ahead);
    }

    final RunningParley parley() {
        return running.orElseThrow();
    }

    /** Asks as Ada at the top of the channel and waits for the whole answer; gives the thread. */
    final String askAndWait(String text) {
        String root = slack.says(ADA, GENERAL, slack.mention() + " " + text);
        answer(GENERAL, root, 1);
        return root;
    }

    /** Waits until so many answers in the thread are finished; gives the messages of all. */
    final List<Shown> answer(String channel, String root, int number) {
        slack.await("answer " + number, () -> finishedIn(channel, root) >= number);
        return slack.answers(channel, root);
    }

    /** How many answers in the thread are finished. */
    final long finishedIn(String channel, String root) {
        return slack.answers(channel, root).stream()
                .filter(message -> !message.streaming())
                .filter(SlackJourney::finished)
                .count();
    }

    /** Whether it is the last message of an answer that has ended. */
    private static boolean finished(Shown message) {
        return message.buttons().stream()
                .map(ShownButton::actionId)
                .anyMatch(action -> action.equals("parley.retry"));
    }

    /** What people read, without the invisible marks that keep mentions inert. */
    static String text(List<Shown> messages) {
        return messages.stream()
                .map(message -> message.text().replace("\u2060", ""))
                .collect(Collectors.joining());
    }

    final RecordedRequest request(int number) {
        return claude.requests().get(number - 1);
    }

    final String asked(int number) {
        return request(number).json().path("messages").toString();
    }
}
