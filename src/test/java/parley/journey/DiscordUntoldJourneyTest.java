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
import parley.testing.discord.Fault;
import parley.testing.discord.ShownMessage;

/** Questions in Discord for which there is no room, and a program that ends before it says so. */
final class DiscordUntoldJourneyTest extends DiscordJourney {
    private static final String POST = "channels/{c}/messages";

    private final Gate gate = new Gate();

    @Override
    void configure() {
        settings.put("PARLEY_MAX_TURNS", "1");
        settings.put("PARLEY_MAX_BACKLOG", "1");
        claude.answer(_ -> FakeReply.message().text("Half ").gate(gate).stop("end_turn"));
    }

    @AfterEach
    void open() {
        gate.open();
    }

    /** One is answered, one waits, so many are refused. */
    private void fill(int refused) {
        long running = ask("one");
        awaitText(running, "Half");
        ask("two");
        discord.await("both", () -> parley().health().contains("1 waiting"));
        for (int i = 0; i < refused; i++) {
            ask("refused " + i);
        }
        discord.await("all", () -> refused() == refused);
    }

    /** Of how many people are not told, as the store knows. */
    private int untold() {
        return new SqlJournal(parley().store(), Instant::now)
                .untold(Platform.DISCORD).stream().mapToInt(Untold::questions).sum();
    }

    private long refused() {
        return parley().client()
                .text("metrics")
                .lines()
                .filter(line -> line.startsWith("parley_refused_total"))
                .mapToLong(line -> (long) Double.parseDouble(line.replaceAll(".* ", "")))
                .sum();
    }

    private List<String> said(String words) {
        return discord.answers(GENERAL).stream()
                .map(ShownMessage::text)
                .filter(text -> text.contains(words))
                .toList();
    }

    @Test
    void refusedBeforeAStop_isToldByTheNextStart_once() {
        fill(3);
        discord.await(
                "the first word", () -> untold() == 2 && said("Too many questions").size() == 1);
        stop(Duration.ZERO);
        assertThat(said("not taken")).isEmpty();
        start();
        discord.await("the others", () -> said("2 questions here were not taken").size() == 1);
        restart(Duration.ZERO);
        discord.await("a search", () -> parley().health().contains("looked at"));

        assertThat(said("not taken")).hasSize(1);
        assertThat(said("Too many questions")).hasSize(1);
    }

    @Test
    void wordThatDiscordDidNotTake_isToldByTheNextStart() {
        discord.faults().always("POST", POST, new Fault.Status(503));
        long running = ask("one");
        discord.await("asked", () -> !claude.requests().isEmpty());
        ask("two");
        discord.await("both", () -> parley().health().contains("1 waiting"));
        ask("three");
        discord.await("all", () -> refused() == 1);
        stop(Duration.ZERO);
        discord.faults().clear();
        start();

        discord.await("the word", () -> said("One question here was not taken").size() == 1);
        assertThat(said("Too many questions")).isEmpty();
        awaitText(running, "Half");
    }

    @Test
    void refusedLongAgo_isNotToldAnyMore() {
        fill(3);
        discord.await(
                "the first word", () -> untold() == 2 && said("Too many questions").size() == 1);
        stop(Duration.ZERO);
        startAhead(Duration.ofMinutes(61));
        discord.await("a search", () -> parley().health().contains("looked at"));

        assertThat(said("not taken")).isEmpty();
    }
}
