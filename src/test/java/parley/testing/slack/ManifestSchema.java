package parley.testing.slack;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The shape of app manifests (slackapi/manifest-schema, manifest.schema.2.0.0.json). */
sealed interface ManifestSchema {
    /** A string, which matches the whole pattern unless that is empty. */
    record Text(int least, int most, String pattern) implements ManifestSchema {}

    record Flag() implements ManifestSchema {}

    record Choice(Set<String> values) implements ManifestSchema {}

    record Items(ManifestSchema item, int least, int most) implements ManifestSchema {}

    record Fields(Map<String, ManifestSchema> fields, Set<String> required)
            implements ManifestSchema {}

    record Anything() implements ManifestSchema {}

    /** Of a whole manifest. */
    static ManifestSchema root() {
        return fields(
                "$schema",
                new Anything(),
                "_metadata",
                metadata(),
                "app_directory",
                new Anything(),
                "display_information*",
                display(),
                "features",
                features(),
                "oauth_config",
                oauth(),
                "settings",
                settings(),
                "outgoing_domains",
                new Anything(),
                "external_auth_providers",
                new Anything(),
                "mcp_servers",
                new Anything());
    }

    private static ManifestSchema metadata() {
        return fields(
                "schema_version", new Anything(),
                "min_version", new Anything(),
                "major_version", new Anything(),
                "minor_version", new Anything());
    }

    private static ManifestSchema display() {
        return fields(
                "name*",
                text(35),
                "description",
                text(140),
                "background_color",
                new Text(4, 7, ""),
                "long_description",
                new Text(175, 4_000, ""));
    }

    private static ManifestSchema features() {
        return fields(
                "app_home",
                        fields(
                                "home_tab_enabled", flag(),
                                "messages_tab_enabled", flag(),
                                "messages_tab_read_only_enabled", flag()),
                "bot_user", fields("display_name*", text(80), "always_online", flag()),
                "slash_commands", new Items(command(), 1, 50),
                "shortcuts", new Items(shortcut(), 1, 10),
                "agent_view", agentView(),
                "assistant_view",
                        fields(
                                "assistant_description*", free(),
                                "suggested_prompts", many(prompt(), Integer.MAX_VALUE)),
                "functions", new Anything(),
                "workflow_steps", new Anything(),
                "unfurl_domains", new Items(text(255), 1, 5));
    }

    private static ManifestSchema command() {
        return fields(
                "command*", new Text(2, 32, "/.*"),
                "description*", text(2_000),
                "usage_hint", text(1_000),
                "should_escape", flag(),
                "url", url(3_000));
    }

    private static ManifestSchema shortcut() {
        return fields(
                "name*", text(24),
                "type*", new Choice(Set.of("message", "global")),
                "callback_id*", text(255),
                "description*", text(150));
    }

    private static ManifestSchema agentView() {
        return fields(
                "agent_description", new Text(0, 300, ""),
                "suggested_prompts", many(prompt(), 4),
                "actions",
                        many(fields("name*", free(), "description*", free()), Integer.MAX_VALUE));
    }

    private static ManifestSchema prompt() {
        return fields("title*", free(), "message*", free());
    }

    private static ManifestSchema oauth() {
        ManifestSchema scopes = many(new Text(0, 50, ""), 255);
        return fields(
                "redirect_urls", many(new Text(0, 2_500, ""), 1_000),
                "scopes",
                        fields(
                                "bot", scopes,
                                "user", scopes,
                                "bot_optional", scopes,
                                "user_optional", scopes),
                "pkce_enabled", flag(),
                "token_management_enabled", flag());
    }

    private static ManifestSchema settings() {
        return fields(
                "event_subscriptions", events(),
                "interactivity",
                        fields(
                                "is_enabled*", flag(),
                                "request_url", url(3_500),
                                "message_menu_options_url", url(3_500)),
                "incoming_webhooks", fields("incoming_webhooks_enabled", flag()),
                "org_deploy_enabled", flag(),
                "socket_mode_enabled", flag(),
                "token_rotation_enabled", flag(),
                "is_mcp_enabled", flag(),
                "is_hosted", flag(),
                "siws_links", new Anything(),
                "hermes_app_type", free(),
                "function_runtime", free(),
                "allowed_ip_address_ranges", new Items(text(50), 1, 50));
    }

    private static ManifestSchema events() {
        ManifestSchema names = many(new Text(0, 50, ""), 100);
        return fields(
                "request_url",
                url(3_500),
                "bot_events",
                names,
                "user_events",
                names,
                "metadata_subscriptions",
                new Anything());
    }

    /** Names and shapes in turn; the names of required ones end in a star. */
    private static ManifestSchema fields(Object... namesAndShapes) {
        Map<String, ManifestSchema> fields = new LinkedHashMap<>();
        Set<String> required = new LinkedHashSet<>();
        for (int i = 0; i < namesAndShapes.length; i += 2) {
            String name = (String) namesAndShapes[i];
            fields.put(name.replace("*", ""), (ManifestSchema) namesAndShapes[i + 1]);
            if (name.endsWith("*")) {
                required.add(name.replace("*", ""));
            }
        }
        return new Fields(fields, required);
    }

    private static ManifestSchema text(int most) {
        return new Text(1, most, "");
    }

    private static ManifestSchema free() {
        return new Text(0, Integer.MAX_VALUE, "");
    }

    private static ManifestSchema url(int most) {
        return new Text(1, most, "https?://.*");
    }

    private static ManifestSchema many(ManifestSchema item, int most) {
        return new Items(item, 0, most);
    }

    private static ManifestSchema flag() {
        return new Flag();
    }
}
