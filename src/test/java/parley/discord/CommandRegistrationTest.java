package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.testing.discord.FakeDiscord;
import parley.testing.discord.Fault;

final class CommandRegistrationTest {
    private static final String PATH = "applications/{a}/commands";

    private final FakeDiscord discord = FakeDiscord.start();
    private final DiscordRest rest =
            DiscordRest.connect(
                    new DiscordSettings(
                            discord.botToken(), URI.create(discord.apiUrl()), Duration.ZERO),
                    RateHeaders.UNHEARD);

    @AfterEach
    void close() {
        assertThat(discord.violations()).isEmpty();
        rest.close();
        discord.close();
    }

    /** Returns when it has asked once more. */
    private void register(int asked) {
        register(Duration.ofMillis(20), asked);
    }

    private void register(Duration pause, int asked) {
        var registration = new CommandRegistration(rest, discord.applicationId(), pause);
        registration.begin();
        registration.begin();
        discord.await("the question", () -> calls("GET") == asked);
        discord.await("the commands", () -> discord.commands().size() == 4);
        registration.close();
    }

    private int calls(String method) {
        return discord.calls(method, PATH).size();
    }

    @Test
    void begin_nothingRegistered_registersAllAtOnce() {
        register(1);

        assertThat(discord.commands())
                .extracting(command -> command.path("name").asText())
                .containsExactlyInAnyOrder("ask", "persona", "parley", "Ask Parley about this");
        assertThat(calls("PUT")).isEqualTo(1);
    }

    @Test
    void begin_nothingChanged_changesNothing() {
        register(1);
        register(2);

        assertThat(calls("PUT")).isEqualTo(1);
    }

    @Test
    void begin_otherCommandsThere_putsOursInTheirPlace() {
        Outcome<JsonNode> other =
                rest.send(
                        "PUT",
                        "applications/" + discord.applicationId() + "/commands",
                        "[{\"name\":\"ping\",\"description\":\"Pong.\"}]");
        assertThat(other).isInstanceOf(Outcome.Done.class);

        register(1);

        assertThat(calls("PUT")).isEqualTo(2);
        assertThat(discord.commands())
                .noneMatch(command -> command.path("name").asText().equals("ping"));
    }

    @Test
    void begin_answerLost_isTriedAgainSoon() {
        discord.faults().next("GET", PATH, new Fault.Reset());
        discord.faults().next("GET", PATH, new Fault.Status(503));
        discord.faults().next("PUT", PATH, new Fault.RateLimited(0.1));

        register(CommandRegistration.MUCH_LATER, 3);

        assertThat(calls("PUT")).isEqualTo(2);
    }

    @Test
    void begin_refused_isTriedAgainLater() {
        discord.faults().next("PUT", PATH, new Fault.RateLimited(0));
        discord.faults().next("GET", PATH, new Fault.Status(502));

        register(3);

        assertThat(calls("PUT")).isEqualTo(2);
    }
}
