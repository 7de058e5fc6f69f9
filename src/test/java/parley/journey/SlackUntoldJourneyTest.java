package parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chat.Platform;
import parley.chat.Untold;
import parley.store.SqlJournal;
import parley.testing.FakeReply;
import parley.testing.Gate;
import parley.testing.slack.Fault;
import parley.testing.slack.Shown;

/** Questions in Slack for which there is no room, and a program that ends before it says so. */
final class SlackUntoldJourneyTest extends SlackJourney {
    private final Gate gate = new Gate();

    @Override
    void configure() {
        super.configure();
        settings.put("PARLEY_MAX_TURNS", "1");
        settings.put("PARLEY_MAX_BACKLOG", "1");
        claude.answer(_ -> FakeReply.message().text("Half ").gate(gate).stop("end_turn"));
    }

    @AfterEach
    void open() {
        gate.open();
    }

    private String ask(String text) {
        return slack.says(ADA, GENERAL, slack.mention() + " " + text);
    }

    /** One is answered, one waits, so many are refused; gives the last of them. */
    private String fill(int refused) {
        String running = ask("one");
        slack.await("half", () -> text(slack.answers(GENERAL, running)).startsWith("Half"));
        String last = ask("two");
        slack.await("both", () -> parley().health().contains("1 waiting"));
        for (int i = 0; i < refused; i++) {
            last = ask("refused " + i);
        }
        slack.await("all", () -> refused() == refused);
        return last;
    }

    /** Of how many people are not told, as the store knows. */
    private int untold() {
        return new SqlJournal(parley().store(), Instant::now)
                .untold(Platform.SLACK).stream().mapToInt(Untold::questions).sum();
    }

    private long refused() {
        return parley().client()
                .text("metrics")
                .lines()
                .filter(line -> line.startsWith("parley_refused_total"))
                .mapToLong(line -> (long) Double.parseDouble(line.replaceAll(".* ", "")))
                .sum();
    }

    private List<String> notices() {
        return slack.channel(GENERAL).stream()
                .map(Shown::text)
                .filter(text -> text.contains("not taken"))
                .toList();
    }

    @Test
    void refusedBeforeAStop_isToldByTheNextStart_once() {
        fill(3);
        slack.await("the first word", () -> untold() == 2 && slack.ephemerals(ADA).size() == 1);
        stop();
        assertThat(notices()).isEmpty();
        start();
        slack.await("the others", () -> !notices().isEmpty());
        restart(Duration.ZERO);
        slack.await("a search", () -> parley().health().contains("looked at"));

        assertThat(notices())
                .singleElement()
                .asString()
                .startsWith("2 questions here were not taken");
        assertThat(slack.ephemerals(ADA)).hasSize(1);
    }

    @Test
    void wordThatSlackDidNotTake_isToldByTheNextStart() {
        slack.faults().always("chat.postEphemeral", new Fault.Status(503));
        String refused = fill(1);
        slack.await("a try", () -> !slack.calls("chat.postEphemeral").isEmpty());
        stop();
        slack.faults().clear();
        start();

        slack.await("the word", () -> !slack.answers(GENERAL, refused).isEmpty());
        assertThat(text(slack.answers(GENERAL, refused)))
                .startsWith("One question here was not taken");
        assertThat(slack.ephemerals(ADA)).isEmpty();
    }

    @Test
    void refusedLongAgo_isNotToldAnyMore() {
        fill(3);
        slack.await("the first word", () -> untold() == 2 && slack.ephemerals(ADA).size() == 1);
        stop();
        startAhead(Duration.ofMinutes(61));
        slack.await("a search", () -> parley().health().contains("looked at"));

        assertThat(notices()).isEmpty();
    }
}
