package parley.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.testing.slack.Fault;

/** One platform takes nothing: the others do not feel it. */
final class PlatformTroubleTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TURNS = 6;

    @TempDir Path folder;
    private final Model model = Model.start();
    private final SlackSurface slack = new SlackSurface();
    private final DiscordSurface discord = new DiscordSurface();
    private final PlaygroundSurface playground = new PlaygroundSurface();

    @AfterEach
    void close() {
        playground.close();
        discord.close();
        slack.close();
        model.close();
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(model.settings());
        settings.putAll(slack.settings());
        settings.putAll(discord.settings());
        settings.putAll(playground.settings());
        settings.put("PARLEY_MAX_TURNS", Integer.toString(TURNS));
        return settings;
    }

    @Test
    void slackHangs_moreQuestionsThereThanTurns_discordAndPlaygroundGoOn() {
        for (String method : new String[] {"chat.startStream", "chat.postMessage"}) {
            slack.slack().faults().always(method, new Fault.Hang());
        }
        try (LocalProgram program = new LocalProgram(folder, settings())) {
            playground.opened(program.start());
            slack.await("Slack", PATIENCE, slack::ready);
            discord.await("Discord", PATIENCE, discord::ready);
            for (int i = 0; i < 3 * TURNS; i++) {
                slack.ask(model.exchange(3));
            }
            slack.await("Slack's turns", PATIENCE, () -> model.requests() == TURNS - 2);

            for (Surface surface : new Surface[] {discord, playground}) {
                Exchange exchange = model.exchange(3);
                String question = surface.ask(exchange);
                surface.await("an answer", PATIENCE, () -> surface.settled(question));
                assertThat(Laws.faults(surface, Map.of(question, exchange))).isEmpty();
            }
            assertThat(model.requests()).isEqualTo(TURNS);
        }
    }
}
