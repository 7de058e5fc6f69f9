package parley.testing.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.testing.ManualTicker;

final class VisibilityTest {
    private static final long CHANNEL = 300;
    private static final long ADA = 7;

    private final ManualTicker ticker = new ManualTicker();
    private final FakeDiscord discord =
            FakeDiscord.start(ticker)
                    .addGuild(100, "Acme")
                    .addMember(100, ADA, "Ada")
                    .addChannel(100, CHANNEL, "general", ChannelKind.TEXT);
    private final RawClient client = new RawClient(discord);

    @AfterEach
    void close() {
        discord.close();
    }

    private JsonNode read(long channel, long message) {
        return client.get("channels/" + channel + "/messages/" + message);
    }

    private String content(long channel, long message) {
        return read(channel, message).path("content").asText();
    }

    @Test
    void content_withoutTheIntent_isThatOfWhatConcernsTheBot() {
        long other = discord.says(ADA, CHANNEL, "Among us", FakeFile.text("notes.txt", "secret"));
        long mention = discord.says(ADA, CHANNEL, discord.mention() + " hi");
        long direct = discord.says(ADA, discord.dmOf(ADA), "Just you");
        long own = client.say(CHANNEL, "Mine").path("id").asLong();
        assertThat(content(CHANNEL, other)).isEqualTo("Among us");
        assertThat(client.get("applications/@me").path("flags").asInt()).isEqualTo(1 << 19);

        discord.readsContent(false);

        assertThat(content(CHANNEL, other)).isEmpty();
        assertThat(read(CHANNEL, other).path("attachments")).isEmpty();
        assertThat(content(CHANNEL, mention)).endsWith("hi");
        assertThat(content(discord.dmOf(ADA), direct)).isEqualTo("Just you");
        assertThat(content(CHANNEL, own)).isEqualTo("Mine");
        assertThat(client.get("applications/@me").path("flags").asInt()).isZero();
    }

    @Test
    void file_isGivenOutForADay_toWhoShowsNoToken() {
        long message = discord.says(ADA, CHANNEL, "See", FakeFile.text("notes.txt", "hello"));
        String url = read(CHANNEL, message).at("/attachments/0/url").asText();
        HttpRequest.Builder plain = HttpRequest.newBuilder(URI.create(url));

        assertThat(client.send(plain).body()).isEqualTo("hello");
        assertThat(discord.violations()).isEmpty();
        ticker.advance(Duration.ofHours(25));
        assertThat(client.send(plain).statusCode()).isEqualTo(404);
        client.send(plain.copy().header("Authorization", "Bot " + discord.botToken()));
        assertThat(discord.violations())
                .extracting(Violation::rule)
                .containsExactly("token_to_cdn");
    }
}
