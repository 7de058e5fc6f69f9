package parley.testing.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.Slack;
import org.junit.jupiter.api.Test;
import parley.testing.Json;

final class ManifestCheckTest {
    private static final String GOOD =
            """
            {"display_information":{"name":"Parley","description":"Claude in threads"},
             "features":{"bot_user":{"display_name":"Parley","always_online":true},
               "app_home":{"home_tab_enabled":true,"messages_tab_enabled":true},
               "slash_commands":[{"command":"/parley","description":"Ask","should_escape":false}],
               "shortcuts":[{"name":"Ask Parley","type":"message","callback_id":"ask",
                 "description":"Ask about this"}],
               "agent_view":{"agent_description":"Answers","suggested_prompts":[
                 {"title":"T","message":"M"}]}},
             "oauth_config":{"scopes":{"bot":["app_mentions:read","chat:write","commands",
               "im:history"]}},
             "settings":{"socket_mode_enabled":true,"interactivity":{"is_enabled":true},
               "event_subscriptions":{"bot_events":["app_mention","message.im"]}}}
            """;

    private static ObjectNode good() {
        return (ObjectNode) Json.parse(GOOD).orElseThrow();
    }

    private static String faults(JsonNode manifest) {
        return ManifestCheck.faults(manifest).toString();
    }

    @Test
    void manifest_good_hasNoFaults() {
        assertThat(ManifestCheck.faults(good())).isEmpty();
    }

    @Test
    void fields_unknownMissingOrTooLong_areFaults() {
        ObjectNode manifest = good();
        ((ObjectNode) manifest.path("display_information"))
                .put("name", "x".repeat(36))
                .put("long_description", "short")
                .put("colour", "red");
        ((ObjectNode) manifest.at("/features/slash_commands/0")).remove("description");
        ((ObjectNode) manifest.at("/features/slash_commands/0")).put("command", "parley");
        ((ObjectNode) manifest.path("settings")).put("socket_mode_enabled", "yes");

        assertThat(faults(manifest))
                .contains(
                        "more than 35 characters",
                        "fewer than 175 characters",
                        "additional properties: colour",
                        "required property 'description'",
                        "must match pattern",
                        "must be boolean",
                        "/features/slash_commands/0/command");
    }

    @Test
    void parts_contradictingEachOther_areFaults() {
        ObjectNode manifest = good();
        ((ObjectNode) manifest.path("settings")).put("socket_mode_enabled", false);
        ((ObjectNode) manifest.at("/oauth_config/scopes"))
                .set("bot", Json.array("app_mentions:read", "chat:wirte"));

        assertThat(faults(manifest))
                .contains(
                        "Event Subscription requires",
                        "Interactivity requires",
                        "required property 'url'",
                        "slash commands require the scope commands",
                        "message.im requires the scope im:history",
                        "no such scope: chat:wirte");
    }

    @Test
    void installed_appHasWhatItsManifestSays() throws Exception {
        ObjectNode manifest = good();
        ((ObjectNode) manifest.path("features")).remove("agent_view");
        try (FakeSlack fake = FakeSlack.start()) {
            fake.addUser("U1", "Ada").addChannel("C1", "general", Room.Kind.PUBLIC, "U1");
            fake.app().install(manifest);
            fake.says("U1", "C1", fake.mention() + " hello");

            assertThat(fake.deliveries()).extracting(Delivery::type).containsExactly("app_mention");
            RawClient client = new RawClient(fake);
            assertThat(client.call("users.info", "user", "U1").path("error").asText())
                    .isEqualTo("missing_scope");
        }
    }

    @Test
    void manifestMethods_validateAndExport() throws Exception {
        try (FakeSlack fake = FakeSlack.start()) {
            Slack slack = RunningBolt.client(fake);
            fake.app().install(good());
            RawClient client = new RawClient(fake);
            assertThat(
                            client.form(
                                            "apps.manifest.validate",
                                            fake.configToken(),
                                            "manifest",
                                            GOOD)
                                    .body())
                    .isEqualTo("{\"ok\":true,\"errors\":[]}");
            assertThat(
                            client.form(
                                            "apps.manifest.validate",
                                            fake.configToken(),
                                            "manifest",
                                            "{}")
                                    .body())
                    .contains("invalid_manifest", "display_information");
            var exported =
                    slack.methods(fake.configToken())
                            .appsManifestExport(r -> r.appId(fake.appId()));
            assertThat(exported.getManifest().getDisplayInformation().getName())
                    .isEqualTo("Parley");
            slack.close();
        }
    }
}
