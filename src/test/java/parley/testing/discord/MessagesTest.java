package parley.testing.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MessagesTest {
    private static final long GUILD = 100;
    private static final long CHANNEL = 300;
    private static final long ADA = 7;

    private final FakeDiscord discord =
            FakeDiscord.start()
                    .addGuild(GUILD, "Acme")
                    .addMember(GUILD, ADA, "Ada")
                    .addChannel(GUILD, CHANNEL, "general", ChannelKind.TEXT);
    private final RawClient client = new RawClient(discord);

    @AfterEach
    void close() {
        discord.close();
    }

    private static String messages(long channel) {
        return "channels/" + channel + "/messages";
    }

    @Test
    void message_sent_isTrimmedAndSeen() {
        JsonNode sent = client.say(CHANNEL, "  Hello\n");

        assertThat(sent.path("content").asText()).isEqualTo("Hello");
        assertThat(sent.at("/author/id").asLong()).isEqualTo(discord.botId());
        assertThat(discord.answers(CHANNEL))
                .extracting(ShownMessage::id, ShownMessage::content)
                .containsExactly(tuple(sent.path("id").asLong(), "Hello"));
        assertThat(discord.violations()).isEmpty();
    }

    @Test
    void edit_ofOneField_keepsTheOthers() {
        String path = messages(CHANNEL) + "/" + client.say(CHANNEL, "Hello").path("id").asText();

        client.patch(
                path,
                "{\"components\":[{\"type\":1,\"components\":[{\"type\":2,\"style\":2,"
                        + "\"label\":\"Stop\",\"custom_id\":\"x\"}]}]}");
        JsonNode edited = client.patch(path, RawClient.edit("Bye"));

        assertThat(edited.path("content").asText()).isEqualTo("Bye");
        assertThat(edited.at("/components/0/components/0/id").asInt()).isEqualTo(2);
        assertThat(edited.path("edited_timestamp").isTextual()).isTrue();
        assertThat(discord.answers(CHANNEL).getFirst().hasButton("x")).isTrue();
    }

    @Test
    void nonce_usedAgain_givesTheEarlierMessage() {
        String body = RawClient.message("Once");

        JsonNode first = client.post(messages(CHANNEL), body);
        JsonNode again = client.post(messages(CHANNEL), body.replace("Once", "Twice"));

        assertThat(again.path("id")).isEqualTo(first.path("id"));
        assertThat(again.path("content").asText()).isEqualTo("Once");
        assertThat(discord.messages(CHANNEL)).hasSize(1);
    }

    @Test
    void history_isPagedNewestFirst() {
        List<Long> ids =
                IntStream.range(0, 5)
                        .mapToObj(i -> discord.says(ADA, CHANNEL, "message " + i))
                        .toList();

        assertThat(ids(messages(CHANNEL) + "?limit=2")).containsExactly(ids.get(4), ids.get(3));
        assertThat(ids(messages(CHANNEL) + "?limit=2&before=" + ids.get(3)))
                .containsExactly(ids.get(2), ids.get(1));
        assertThat(ids(messages(CHANNEL) + "?limit=2&after=" + ids.get(0)))
                .containsExactly(ids.get(2), ids.get(1));
        assertThat(ids(messages(CHANNEL) + "?limit=3&around=" + ids.get(2)))
                .containsExactly(ids.get(3), ids.get(2), ids.get(1));
    }

    private List<Long> ids(String path) {
        List<Long> ids = new ArrayList<>();
        client.get(path).forEach(message -> ids.add(message.path("id").asLong()));
        return ids;
    }

    @Test
    void reply_ofSomebody_pointsToItsMessage() {
        long asked = client.say(CHANNEL, "Well?").path("id").asLong();
        long reply = discord.replies(ADA, CHANNEL, asked, true, "Yes");

        JsonNode json = client.get(messages(CHANNEL) + "/" + reply);

        assertThat(json.path("type").asInt()).isEqualTo(19);
        assertThat(json.at("/referenced_message/content").asText()).isEqualTo("Well?");
        assertThat(json.at("/mentions/0/id").asLong()).isEqualTo(discord.botId());
    }

    @Test
    void files_uploaded_areKeptAndServed() {
        HttpRequest.Builder upload =
                client.request(messages(CHANNEL))
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "--b\r\nContent-Disposition: form-data;"
                                                + " name=\"payload_json\"\r\n\r\n"
                                                + RawClient.message("See")
                                                + "\r\n--b\r\nContent-Disposition: form-data;"
                                                + " name=\"files[0]\"; filename=\"a.txt\"\r\n"
                                                + "Content-Type: text/plain\r\n\r\nabc\r\n--b--\r\n"));
        JsonNode sent = RawClient.json(client.send(upload));
        String url = sent.at("/attachments/0/url").asText();

        assertThat(sent.at("/attachments/0/size").asInt()).isEqualTo(3);
        assertThat(client.send(HttpRequest.newBuilder(URI.create(url)).GET()).body())
                .isEqualTo("abc");
        assertThat(discord.answers(CHANNEL).getFirst().files())
                .extracting(FakeFile::name)
                .containsExactly("a.txt");
        assertThat(discord.violations()).isEmpty();
    }
}
