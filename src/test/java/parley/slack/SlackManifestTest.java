package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The manifest that people paste asks for exactly what the code needs. */
final class SlackManifestTest {
    private final JsonNode manifest = read();

    private static JsonNode read() {
        try {
            return new YAMLMapper()
                    .readTree(Files.readString(Path.of("deploy/slack-manifest.yaml")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> strings(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }

    @Test
    void scopes_areThoseThatTheDoctorAsksFor() {
        assertThat(strings(manifest.at("/oauth_config/scopes/bot")))
                .containsExactlyElementsOf(
                        Stream.of(SlackScope.values()).map(SlackScope::label).toList());
    }

    @Test
    void events_areThoseThatTheDoctorAsksFor() {
        assertThat(strings(manifest.at("/settings/event_subscriptions/bot_events")))
                .containsExactlyElementsOf(
                        Stream.of(SlackSubscription.values())
                                .map(SlackSubscription::label)
                                .toList());
    }

    @Test
    void commands_areThoseThatTheDoctorAsksFor() {
        assertThat(manifest.at("/features/slash_commands").findValuesAsText("command"))
                .containsExactly("/parley", "/persona");
    }

    /** The limits of Slack's manifest schema, version 2. */
    @Test
    void texts_areAsShortAsSlackWants() {
        assertThat(manifest.at("/display_information/name").asText()).hasSizeBetween(1, 35);
        assertThat(manifest.at("/display_information/description").asText()).hasSizeBetween(1, 140);
        assertThat(manifest.at("/display_information/long_description").asText())
                .hasSizeBetween(175, 4_000);
        assertThat(manifest.at("/features/bot_user/display_name").asText()).hasSizeBetween(1, 80);
        assertThat(manifest.at("/features/agent_view/agent_description").asText())
                .hasSizeBetween(1, 300);
        assertThat(manifest.at("/features/agent_view/suggested_prompts")).hasSizeBetween(1, 4);
        assertThat(manifest.at("/features/slash_commands").findValuesAsText("usage_hint"))
                .hasSize(2)
                .allSatisfy(hint -> assertThat(hint).hasSizeBetween(1, 1_000));
        assertThat(manifest.at("/features/shortcuts/0/name").asText()).hasSizeBetween(1, 24);
    }
}
