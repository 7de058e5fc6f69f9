package parley.testing.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandsTest {
    private final FakeDiscord discord = FakeDiscord.start();
    private final RawClient client = new RawClient(discord);
    private final String path = "applications/" + discord.applicationId() + "/commands";

    @AfterEach
    void close() {
        discord.close();
    }

    private JsonNode put(String body) {
        return RawClient.json(client.call("PUT", path, body));
    }

    @Test
    void commands_replaced_keepTheirIdsByName() {
        JsonNode first =
                put("[{\"name\":\"ask\",\"description\":\"Ask\"},{\"name\":\"Ask\",\"type\":3}]");
        JsonNode second = put("[{\"name\":\"ask\",\"description\":\"Ask it\"}]");

        assertThat(first).hasSize(2);
        assertThat(second.at("/0/id")).isEqualTo(first.at("/0/id"));
        assertThat(client.get(path).at("/0/description").asText()).isEqualTo("Ask it");
        assertThat(discord.commands()).hasSize(1);
        String one = path + "/" + second.at("/0/id").asText();
        assertThat(client.delete(one).statusCode()).isEqualTo(204);
        assertThat(client.delete(one).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"name\":\"Ask\",\"description\":\"Upper case\"}]",
                "[{\"name\":\"ask\"}]",
                "[{\"name\":\"ask\",\"description\":\"a\"},{\"name\":\"ask\",\"description\":\"b\"}]",
                "[{\"name\":\"ask\",\"description\":\"a\",\"options\":["
                        + "{\"name\":\"a\",\"description\":\"a\",\"type\":3},"
                        + "{\"name\":\"b\",\"description\":\"b\",\"type\":3,\"required\":true}]}]"
            })
    void commands_illFormed_areFaultsOfTheForm(String body) {
        assertThat(put(body).path("code").asInt()).isEqualTo(50_035);
        assertThat(discord.violations()).extracting(Violation::rule).containsExactly("50035");
    }
}
