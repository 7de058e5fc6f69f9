package parley.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.testing.slack.FakeSlack;
import parley.testing.slack.Person;

/** What the doctor says of an app that is set up by the manifest, and of one that is not. */
final class SlackCheckTest {
    private final FakeSlack slack = FakeSlack.start();

    @AfterEach
    void close() {
        slack.close();
    }

    private static ObjectNode manifest() throws IOException {
        JsonNode manifest =
                new YAMLMapper().readTree(Files.readString(Path.of("deploy/slack-manifest.yaml")));
        return (ObjectNode) manifest;
    }

    private SlackSettings settings(String bot, String app) {
        return settings(bot, app, SlackAdmins.NONE);
    }

    private SlackSettings settings(String bot, String app, SlackAdmins admins) {
        return new SlackSettings(
                bot, Optional.of(app), Optional.empty(), URI.create(slack.apiUrl()), admins);
    }

    /** What the check of that name says, or throws. */
    private String check(String name) {
        return check(name, settings(slack.botToken(), slack.appToken()));
    }

    private String check(String name, SlackSettings settings) {
        try (var check = new SlackCheck(settings, Optional.of(slack.configToken()))) {
            return check.items().stream()
                    .filter(item -> item.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .check()
                    .get();
        }
    }

    @Test
    void app_setUpByTheManifest_isWell() throws IOException {
        slack.app().install(manifest());

        assertThat(check("slack")).contains(slack.teamId());
        assertThat(check("scopes")).startsWith("all ");
        assertThat(check("events")).isEqualTo("come by Socket Mode");
        assertThat(check("app")).isEqualTo("set up as deploy/slack-manifest.yaml says");
        assertThat(slack.violations()).isEmpty();
    }

    /** By Slack's manifest schema, as the loopback Slack knows it. */
    @Test
    void manifest_isWhatSlackAccepts() throws IOException {
        String manifest = manifest().toString();
        try (var api = SlackApi.connect(settings(slack.botToken(), slack.appToken()))) {
            var outcome =
                    api.call(methods ->
                            methods.postFormWithTokenAndParseResponse(
                                    form -> form.add("manifest", manifest),
                                    "apps.manifest.validate",
                                    slack.configToken(),
                                    ManifestExport.class));

            assertThat(outcome).isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void missingScopes_areEachNamedWithTheirPurpose() throws IOException {
        slack.app().install(manifest()).withoutScopes("files:read", "assistant:write");

        assertThatThrownBy(() -> check("scopes"))
                .hasMessageContaining("files:read (reading the files")
                .hasMessageContaining("assistant:write (")
                .hasMessageNotContaining("chat:write");
    }

    @Test
    void missingEventAndCommand_areNamed() throws IOException {
        ObjectNode manifest = manifest();
        ((ArrayNode) manifest.at("/settings/event_subscriptions/bot_events")).remove(3);
        ((ObjectNode) manifest.path("features")).remove("slash_commands");
        slack.app().install(manifest);

        assertThatThrownBy(() -> check("app"))
                .hasMessageContaining("no event message.channels")
                .hasMessageContaining("no command /parley, no command /persona");
    }

    private String admins(String named) {
        return check(
                "admins", settings(slack.botToken(), slack.appToken(), SlackAdmins.parse(named)));
    }

    @Test
    void admins_whoCanBe_areWell() {
        slack.addUser("U0NAMED001", "Nina").addUserGroup("S0ADMINS01", "admins");

        assertThat(check("admins"))
                .isEqualTo("those of the workspace; SLACK_ADMINS names no others");
        assertThat(admins("U0NAMED001,S0ADMINS01"))
                .isEqualTo("those of the workspace, and whom 2 ids in SLACK_ADMINS name");
    }

    @Test
    void admins_whoNeverMay_areEachNamed() {
        slack.addUser("U0GUEST001", "Gus", Person.Trait.GUEST)
                .addUser("W0OTHER001", "Olga", Person.Trait.OTHER_TEAM);

        assertThatThrownBy(() -> admins("U0GUEST001,W0OTHER001,S0NONE0001"))
                .hasMessageContaining("U0GUEST001 is a guest, who never may administer")
                .hasMessageContaining("W0OTHER001 is of another organisation, or gone")
                .hasMessageContaining(
                        "S0NONE0001 is no user group that I can read (no_such_subteam)");
        assertThatThrownBy(() -> admins("U0NOBODY01"))
                .hasMessageContaining("U0NOBODY01 is not known here (user_not_found)");
    }

    @Test
    void wrongTokens_areNamedWithoutBeingShown() {
        SlackSettings swapped = settings("xoxb-0000000000000-wrong", slack.botToken());

        assertThatThrownBy(() -> check("slack", swapped))
                .hasMessageContaining("SLACK_BOT_TOKEN")
                .hasMessageNotContaining("xoxb-0");
        assertThatThrownBy(() -> check("events", swapped))
                .hasMessageContaining("SLACK_APP_TOKEN")
                .hasMessageNotContaining(slack.botToken());
    }
}
