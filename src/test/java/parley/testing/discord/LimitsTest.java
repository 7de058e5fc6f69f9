package parley.testing.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.testing.ManualTicker;

final class LimitsTest {
    private static final long GENERAL = 300;
    private static final long RANDOM = 301;

    private final ManualTicker ticker = new ManualTicker();
    private final FakeDiscord discord =
            FakeDiscord.start(ticker)
                    .addGuild(100, "Acme")
                    .addMember(100, 7, "Ada")
                    .addChannel(100, GENERAL, "general", ChannelKind.TEXT)
                    .addChannel(100, RANDOM, "random", ChannelKind.TEXT);
    private final RawClient client = new RawClient(discord);
    private String message = "";

    @BeforeEach
    void begin() {
        message = client.say(GENERAL, "A draft").path("id").asText();
        ticker.advance(Duration.ofSeconds(5));
    }

    @AfterEach
    void close() {
        discord.close();
    }

    private HttpResponse<String> edit(String text) {
        String path = "channels/" + GENERAL + "/messages/" + message;
        return client.call("PATCH", path, RawClient.edit(text));
    }

    private void say(long channel, int times, int status) {
        for (int i = 0; i < times; i++) {
            assertThat(client.saying(channel, "x").statusCode()).isEqualTo(status);
        }
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void posts_fiveInFiveSeconds_thenRefusedInThatChannel() {
        say(GENERAL, 5, 200);
        ticker.advance(Duration.ofSeconds(3));
        HttpResponse<String> refused = client.saying(GENERAL, "x");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(header(refused, "retry-after")).isEqualTo("2");
        assertThat(header(refused, "x-ratelimit-scope")).isEqualTo("user");
        assertThat(header(refused, "via")).isEqualTo("1.1 google");
        JsonNode body = RawClient.json(refused);
        assertThat(body.path("retry_after").asDouble()).isEqualTo(2.0);
        assertThat(body.path("global").asBoolean(true)).isFalse();
        say(RANDOM, 1, 200);
        ticker.advance(Duration.ofSeconds(2));
        say(GENERAL, 1, 200);
        assertThat(discord.rateLimited())
                .extracting(Call::where)
                .containsExactly("POST channels/{c}/messages");
    }

    @Test
    void headers_ofEachAnswer_tellTheWindow() {
        HttpResponse<String> first = edit("one");
        ticker.advance(Duration.ofMillis(1_500));
        HttpResponse<String> second = edit("two");

        assertThat(header(first, "x-ratelimit-limit")).isEqualTo("5");
        assertThat(header(first, "x-ratelimit-remaining")).isEqualTo("4");
        assertThat(header(first, "x-ratelimit-reset-after")).isEqualTo("5.000");
        assertThat(header(second, "x-ratelimit-remaining")).isEqualTo("3");
        assertThat(header(second, "x-ratelimit-reset-after")).isEqualTo("3.500");
        assertThat(header(second, "x-ratelimit-bucket"))
                .isEqualTo(header(first, "x-ratelimit-bucket"))
                .isNotEmpty();
    }

    @Test
    void global_passed_refusesEveryRoute() {
        discord.limits().global(3);
        say(GENERAL, 3, 200);
        HttpResponse<String> refused = client.call("GET", "users/@me", "");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(header(refused, "x-ratelimit-global")).isEqualTo("true");
        assertThat(RawClient.json(refused).path("global").asBoolean()).isTrue();
        ticker.advance(Duration.ofSeconds(1));
        assertThat(client.call("GET", "users/@me", "").statusCode()).isEqualTo(200);
    }

    @Test
    void oldMessage_editedTooOften_isRefusedByItsOwnCode() {
        ticker.advance(Duration.ofMinutes(61));
        for (int i = 0; i < 3; i++) {
            assertThat(edit("edit " + i).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> refused = edit("one more");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(RawClient.json(refused).path("code").asInt()).isEqualTo(30_046);
        ticker.advance(Duration.ofSeconds(6));
        assertThat(edit("later").statusCode()).isEqualTo(200);
    }

    @Test
    void slowmode_ofTheChannel_isNotTheBotsFault() {
        discord.slowmode(GENERAL, 30);
        ticker.advance(Duration.ofSeconds(30));
        say(GENERAL, 1, 200);
        HttpResponse<String> refused = client.saying(GENERAL, "y");

        assertThat(RawClient.json(refused).path("code").asInt()).isEqualTo(20_016);
        assertThat(RawClient.json(refused).path("retry_after").asInt()).isEqualTo(30);
        assertThat(discord.rateLimited()).isEmpty();
        assertThat(discord.violations()).isEmpty();
    }

    @Test
    void callRefused_sentAgainByAnotherProcess_isNoViolation() {
        discord.limits().set("PATCH", "channels/{c}/messages/{m}", 1, Duration.ofSeconds(9));
        edit("one");
        edit("two");
        discord.botRestarts();
        edit("two");

        assertThat(discord.violations()).isEmpty();
    }

    @Test
    void callRefused_sentAgainBeforeItsTime_isAViolation() {
        discord.limits().set("PATCH", "channels/{c}/messages/{m}", 1, Duration.ofSeconds(9));
        edit("one");
        edit("two");
        assertThat(discord.violations()).isEmpty();
        edit("two");

        assertThat(discord.violations()).extracting(Violation::rule).containsExactly("impatient");
        ticker.advance(Duration.ofSeconds(9));
        assertThat(edit("two").statusCode()).isEqualTo(200);
        assertThat(discord.violations()).hasSize(1);
    }

    @Test
    void limits_offOrSet_letOthersPass() {
        discord.limits().set("POST", "channels/{c}/messages", 1, Duration.ofHours(1));
        say(GENERAL, 1, 200);
        say(GENERAL, 1, 429);
        discord.limits().off();
        say(GENERAL, 9, 200);
    }
}
