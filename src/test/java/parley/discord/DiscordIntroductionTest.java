package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.adapter.Arrival;
import parley.testing.discord.FakeDiscord;
import parley.testing.discord.Fault;

final class DiscordIntroductionTest {
    private final FakeDiscord discord = FakeDiscord.start();
    private final DiscordRest rest = rest(discord.botToken());

    private DiscordRest rest(String token) {
        return DiscordRest.connect(
                new DiscordSettings(token, URI.create(discord.apiUrl()), Duration.ZERO),
                RateHeaders.UNHEARD);
    }

    @AfterEach
    void close() {
        rest.close();
        discord.close();
    }

    @Test
    void ask_tellsWhoTheBotIsAndWhetherItReadsAll() {
        BotIdentity self = Introduction.ask(rest).known().orElseThrow();

        assertThat(self.user()).isEqualTo(discord.botId());
        assertThat(self.application()).isEqualTo(discord.applicationId());
        assertThat(self.name()).isNotBlank();
        assertThat(self.readsContent()).isTrue();
        discord.readsContent(false);
        assertThat(Introduction.ask(rest).known().orElseThrow().readsContent()).isFalse();
    }

    @Test
    void ask_withAnUnknownToken_saysWhatToChange() {
        try (DiscordRest unknown = rest("MTE.Gx.wrong")) {
            assertThatThrownBy(() -> Introduction.ask(unknown))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("DISCORD_BOT_TOKEN")
                    .hasMessageNotContaining("MTE");
        }
    }

    @Test
    void ask_refusedOtherwise_saysSo() {
        discord.faults()
                .next("GET", "applications/@me", new Fault.Refused(403, 40333, "bots only"));

        assertThatThrownBy(() -> Introduction.ask(rest)).hasMessageContaining("403 bots only");
    }

    private static Arrival.Word<BotIdentity> later(Duration pause) {
        return new Arrival.Word.Later<>(pause);
    }

    @Test
    void ask_ofADiscordThatDoesNotAnswer_tellsForHowLong() {
        discord.faults()
                .next("GET", "users/@me", new Fault.Status(503))
                .next("GET", "applications/@me", new Fault.RateLimited(1));

        assertThat(Introduction.ask(rest)).isEqualTo(later(Duration.ZERO));
        assertThat(Introduction.ask(rest)).isEqualTo(later(Duration.ofSeconds(1)));
        assertThat(Introduction.ask(rest).known()).isPresent();
    }
}
