package parley.testing.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.testing.Json;

/** The frames of the gateway themselves, without JDA. */
final class GatewayFramesTest {
    private static final long GUILD = 100;
    private static final long CHANNEL = 300;
    private static final long ADA = 1;
    private static final long MESSAGES = Intents.GUILDS | Intents.GUILD_MESSAGES;

    private final FakeDiscord discord =
            FakeDiscord.start()
                    .addGuild(GUILD, "Acme")
                    .addChannel(GUILD, CHANNEL, "general", ChannelKind.TEXT)
                    .addMember(GUILD, ADA, "Ada");

    @AfterEach
    void close() {
        discord.close();
    }

    private List<String> rules() {
        return discord.violations().stream().map(Violation::rule).toList();
    }

    @Test
    void hello_comesFirst_andHeartbeatsAreAcknowledgedBeforeIdentify() {
        discord.gateway().heartbeatEvery(Duration.ofSeconds(40));
        try (RawBot bot = RawBot.connect(discord)) {
            assertThat(bot.awaitOp(10).at("/d/heartbeat_interval").asInt()).isEqualTo(40_000);
            bot.sends(1, 0).awaitOp(11);
        }
        assertThat(rules()).isEmpty();
    }

    @Test
    void identify_isAnsweredByReady_thenTheGuilds() {
        try (RawBot bot = RawBot.connect(discord).identifies(MESSAGES)) {
            JsonNode ready = bot.awaitTold("READY");
            JsonNode guild = bot.awaitTold("GUILD_CREATE");

            assertThat(ready.path("s").asInt()).isEqualTo(1);
            assertThat(ready.at("/d/user/id").asLong()).isEqualTo(discord.botId());
            assertThat(ready.at("/d/guilds/0/unavailable").asBoolean()).isTrue();
            assertThat(ready.at("/d/application/id").asLong()).isEqualTo(discord.applicationId());
            assertThat(guild.path("s").asInt()).isEqualTo(2);
            assertThat(guild.at("/d/name").asText()).isEqualTo("Acme");
            assertThat(guild.at("/d/channels/0/id").asLong()).isEqualTo(CHANNEL);
        }
    }

    @Test
    void dispatches_areThoseOfTheIntents() {
        try (RawBot deaf = RawBot.connect(discord).identifies(Intents.GUILDS);
                RawBot hearing = RawBot.connect(discord).identifies(MESSAGES)) {
            deaf.awaitTold("READY");
            hearing.awaitTold("READY");
            discord.says(ADA, CHANNEL, "hello");
            hearing.awaitTold("MESSAGE_CREATE");
            discord.gateway().askHeartbeat();
            deaf.awaitOp(1);

            assertThat(deaf.told("MESSAGE_CREATE")).isEmpty();
        }
    }

    @Test
    void content_withoutItsIntent_isThatOfMentionsAndDirectMessagesAlone() {
        long intents = MESSAGES | Intents.DIRECT_MESSAGES;
        try (RawBot bot = RawBot.connect(discord).identifies(intents)) {
            bot.awaitTold("READY");
            discord.says(ADA, CHANNEL, "secret");
            discord.says(ADA, CHANNEL, discord.mention() + " asked");
            discord.says(ADA, discord.dmOf(ADA), "direct");
            discord.await("all", () -> bot.told("MESSAGE_CREATE").size() == 3);

            assertThat(bot.told("MESSAGE_CREATE"))
                    .extracting(one -> one.at("/d/content").asText())
                    .containsExactly("", discord.mention() + " asked", "direct");
        }
    }

    @Test
    void shards_hearOfTheirGuildsAlone_andTheFirstOfDirectMessages() {
        long far = 1L << 22;
        discord.addGuild(far, "Far").addChannel(far, 301, "far", ChannelKind.TEXT);
        discord.addMember(far, ADA, "Ada");
        try (RawBot first = RawBot.connect(discord);
                RawBot second = RawBot.connect(discord)) {
            first.sends(2, shard(0));
            second.sends(2, shard(1));
            first.awaitTold("GUILD_CREATE");
            second.awaitTold("GUILD_CREATE");
            discord.says(ADA, CHANNEL, "near");
            discord.says(ADA, 301, "far");
            discord.says(ADA, discord.dmOf(ADA), "direct");
            discord.await("both", () -> first.told("MESSAGE_CREATE").size() == 2);

            assertThat(second.awaitTold("MESSAGE_CREATE").at("/d/content").asText())
                    .isEqualTo("far");
            assertThat(second.told("MESSAGE_CREATE")).hasSize(1);
        }
    }

    private JsonNode shard(int id) {
        return Json.object(
                "token", discord.botToken(),
                "intents", MESSAGES | Intents.DIRECT_MESSAGES | Intents.MESSAGE_CONTENT,
                "shard", List.of(id, 2));
    }

    @Test
    void resume_replaysWhatCameAfterTheNumber() {
        String session;
        try (RawBot bot = RawBot.connect(discord).identifies(MESSAGES)) {
            session = bot.awaitTold("READY").at("/d/session_id").asText();
            bot.awaitTold("GUILD_CREATE");
        }
        discord.says(ADA, CHANNEL, "missed");
        try (RawBot bot = RawBot.connect(discord)) {
            bot.sends(6, resume(session, 2));
            JsonNode resumed = bot.awaitTold("RESUMED");

            assertThat(resumed.path("s").asInt()).isEqualTo(4);
            assertThat(bot.told("MESSAGE_CREATE")).hasSize(1);
            assertThat(bot.told("GUILD_CREATE")).isEmpty();
        }
    }

    private JsonNode resume(String session, int seq) {
        return Json.object("token", discord.botToken(), "session_id", session, "seq", seq);
    }

    @Test
    void resume_ofNoSession_isInvalid_andAnIdentifyMayFollow() {
        try (RawBot bot = RawBot.connect(discord)) {
            bot.sends(6, resume("session-9", 0));
            assertThat(bot.awaitOp(9).path("d").asBoolean()).isFalse();
            bot.identifies(MESSAGES).awaitTold("READY");
        }
    }

    @Test
    void resume_ofANumberYetToCome_isClosed() {
        try (RawBot bot = RawBot.connect(discord).identifies(MESSAGES);
                RawBot other = RawBot.connect(discord)) {
            String session = bot.awaitTold("READY").at("/d/session_id").asText();
            other.sends(6, resume(session, 99));

            assertThat(other.awaitClosed()).isEqualTo(4007);
        }
    }

    @Test
    void identify_twiceAtOnce_isInvalidWhereTheLimitIsKept() {
        discord.gateway().identifyEvery(Duration.ofSeconds(5));
        try (RawBot bot = RawBot.connect(discord).identifies(MESSAGES);
                RawBot other = RawBot.connect(discord)) {
            bot.awaitTold("READY");
            assertThat(other.identifies(MESSAGES).awaitOp(9).path("d").asBoolean()).isFalse();
            assertThat(rules()).containsExactly("identify_limit");
        }
    }

    @ParameterizedTest
    @CsvSource({"1099511627776, 4013", "-1, 4013", "32769, 4014", "3, 4014"})
    void identify_withForbiddenIntents_isClosed(long intents, int code) {
        discord.gateway().allowIntents(0);
        try (RawBot bot = RawBot.connect(discord).identifies(intents)) {
            assertThat(bot.awaitClosed()).isEqualTo(code);
            assertThat(discord.gateway().sessions()).isZero();
        }
    }

    @Test
    void identify_withAnotherToken_isClosed_andNoMistake() {
        try (RawBot bot = RawBot.connect(discord)) {
            bot.sends(2, Json.object("token", "x", "intents", 1));

            assertThat(bot.awaitClosed()).isEqualTo(4004);
            assertThat(discord.violations()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"op\":3,\"d\":{}} | 4003", "no json | 4002", "{\"d\":{}} | 4002"})
    void payload_wrong_isClosed(String text, int code) {
        try (RawBot bot = RawBot.connect(discord).sends(text)) {
            assertThat(bot.awaitClosed()).isEqualTo(code);
            assertThat(discord.violations()).hasSize(1);
        }
    }

    @Test
    void payload_afterIdentify_isKnownOrClosed() {
        try (RawBot bot = RawBot.connect(discord).identifies(MESSAGES)) {
            bot.sends(3, Json.object("status", "online"));
            bot.awaitTold("READY");
            assertThat(bot.identifies(MESSAGES).awaitClosed()).isEqualTo(4005);
        }
        try (RawBot bot = RawBot.connect(discord).identifies(MESSAGES)) {
            assertThat(bot.sends(99, 0).awaitClosed()).isEqualTo(4001);
        }
    }

    @Test
    void sends_moreThan120AMinute_areClosed() {
        try (RawBot bot = RawBot.connect(discord).identifies(MESSAGES)) {
            for (int i = 0; i < 120; i++) {
                bot.sends(1, i);
            }
            assertThat(bot.awaitClosed()).isEqualTo(4008);
            assertThat(rules()).containsExactly("rate_limited");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v=9&encoding=json", "v=10&encoding=etf", ""})
    void version_other_isClosed(String query) {
        try (RawBot bot = RawBot.connect(discord, query)) {
            assertThat(bot.awaitClosed()).isEqualTo(4012);
        }
    }

    @Test
    void held_isToldLater_andNotByAResume() {
        try (RawBot bot = RawBot.connect(discord).identifies(MESSAGES);
                RawBot next = RawBot.connect(discord)) {
            String session = bot.awaitTold("READY").at("/d/session_id").asText();
            discord.gateway().hold(true);
            discord.says(ADA, CHANNEL, "later");
            next.sends(6, resume(session, 2));
            discord.gateway().awaitResumes(1);
            assertThat(next.told("MESSAGE_CREATE")).isEmpty();
            discord.gateway().hold(false);

            next.awaitTold("MESSAGE_CREATE");
            assertThat(bot.told("MESSAGE_CREATE")).isEmpty();
        }
    }

    @Test
    void starts_beyondThoseOfADay_areClosed() {
        discord.gateway().startsLeft(0);
        try (RawBot bot = RawBot.connect(discord).identifies(MESSAGES)) {
            assertThat(bot.awaitClosed()).isEqualTo(4004);
        }
    }
}
