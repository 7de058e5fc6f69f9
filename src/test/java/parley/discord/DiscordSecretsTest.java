package parley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.discord.LinkedBot.ANN;
import static parley.discord.LinkedBot.GENERAL;
import static parley.discord.LinkedBot.GUILD;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.testing.RecordedLog;
import parley.testing.discord.ChannelKind;
import parley.testing.discord.FakeDiscord;
import parley.testing.discord.Fault;

/** Whatever comes in, the token gets into no log at any level. */
final class DiscordSecretsTest {
    private final RecordedLog log = RecordedLog.everything();
    private final FakeDiscord discord = FakeDiscord.start();

    @AfterEach
    void close() {
        discord.close();
        log.close();
    }

    @Test
    void gateway_inGoodAndBadTimes_keepsTheToken() throws Exception {
        discord.addGuild(GUILD, "Acme")
                .addMember(GUILD, ANN, "ann")
                .addChannel(GUILD, GENERAL, "general", ChannelKind.TEXT);
        try (LinkedBot bot = new LinkedBot(discord)) {
            discord.faults()
                    .next("GET", "gateway/bot", new Fault.Malformed())
                    .next("GET", "gateway/bot", new Fault.Refused(403, 0, "no"));
            bot.start().awaitConnected();
            discord.gateway().reconnect();
            discord.gateway().awaitResumes(1);
            bot.awaitConnected();
            discord.gateway().invalidate(false);
            discord.gateway().awaitSessions(2);
            discord.says(ANN, GENERAL, discord.mention() + " good");
            bot.awaitWords("good");
            discord.gateway().close(4004);
            discord.await(
                    "refused",
                    () -> bot.link.fault().filter(it -> it.contains("TOKEN")).isPresent());
        }

        assertThat(log.lines()).anyMatch(line -> line.startsWith("Discord is not served"));
        assertThat(log.lines()).anyMatch(line -> line.contains("<REDACTED>"));
        assertThat(String.join("\n", log.lines())).doesNotContain(discord.botToken());
    }
}
