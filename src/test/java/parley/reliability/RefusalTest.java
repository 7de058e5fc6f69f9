package parley.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.testing.FakeReply;
import parley.testing.Gate;
import parley.testing.discord.FakeDiscord;

/** More questions at once than may wait, where each sentence to people counts against a limit. */
final class RefusalTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int BURST = 100;
    private static final String WORDS = "Too many questions are waiting";

    @TempDir Path folder;
    private final Model model = Model.start();
    private final Gate gate = new Gate();
    private final Map<String, Exchange> asked = new LinkedHashMap<>();

    @AfterEach
    void close() {
        gate.open();
        model.close();
    }

    /** Asks them all while two answers are being written and eight may wait. */
    private void burst(Surface surface) {
        model.script(exchange ->
                FakeReply.message()
                        .gate(gate)
                        .text(exchange.deltas().toArray(String[]::new))
                        .stop("end_turn"));
        Map<String, String> settings = new HashMap<>(model.settings());
        settings.putAll(surface.settings());
        settings.put("PARLEY_MAX_TURNS", "2");
        settings.put("PARLEY_MAX_BACKLOG", "8");
        try (LocalProgram program = new LocalProgram(folder, settings)) {
            surface.opened(program.start());
            surface.await("ready", PATIENCE, surface::ready);
            for (int i = 0; i < BURST; i++) {
                Exchange exchange = model.exchange(3);
                asked.put(surface.ask(exchange), exchange);
            }
            surface.await("all of them", PATIENCE, () -> heard(program) == BURST);
            gate.open();
            surface.await("the end", PATIENCE, () -> Program.idle(program.parley().address()));
            judge(surface, program);
        }
    }

    private void judge(Surface surface, LocalProgram program) {
        int refused = metric(program, "parley_refused_total");
        assertThat(refused).isBetween(BURST - 10, BURST - 1);
        asked.forEach((question, exchange) -> {
            if (exchange.requests() == 0) {
                // Whoever asks first in a channel is told in reply.
                assertThat(surface.answers(question))
                        .allMatch(it -> it.text().startsWith("Too many questions are waiting"));
            }
        });
        asked.values().removeIf(exchange -> exchange.requests() == 0);
        assertThat(asked).hasSize(BURST - refused);
        assertThat(Laws.faults(surface, asked)).isEmpty();
        assertThat(surface.overLimit()).isEmpty();
    }

    private static int heard(LocalProgram program) {
        return metric(program, "parley_refused_total")
                + metric(program, "parley_queue_waiting")
                + metric(program, "parley_turns_running");
    }

    private static int metric(LocalProgram program, String name) {
        return program.parley()
                .client()
                .text("metrics")
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToInt(line -> (int) Double.parseDouble(line.replaceAll(".* ", "")))
                .sum();
    }

    @Test
    void slack_beyondTheBound_tellsEachPersonOnceInEachChannel() {
        try (SlackSurface surface = new SlackSurface()) {
            burst(surface);

            assertThat(surface.slack().calls("chat.postEphemeral"))
                    .hasSizeBetween(1, surface.channels());
        }
    }

    @Test
    void discord_beyondTheBound_saysItOnceInEachChannel() {
        try (DiscordSurface surface = new DiscordSurface()) {
            burst(surface);

            assertThat(sentences(surface.discord(), 101) + sentences(surface.discord(), 102))
                    .isBetween(1L, (long) surface.channels());
        }
    }

    private static long sentences(FakeDiscord discord, long channel) {
        return discord.messages(channel).stream()
                .filter(message -> message.content().startsWith(WORDS))
                .count();
    }
}
