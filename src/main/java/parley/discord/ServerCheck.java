package parley.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Looks on which servers the bot is, and what it may do there. Safe for use by many threads. */
final class ServerCheck {
    /** Each costs three calls. */
    private static final int MOST_SERVERS = 20;

    private static final int MOST_NAMES = 5;

    private final CheckCalls api;

    ServerCheck(CheckCalls api) {
        this.api = api;
    }

    /** As many as Discord tells at once: https://discord.com/developers/docs/resources/user. */
    private List<JsonNode> servers() {
        return StreamSupport.stream(api.get("users/@me/guilds?limit=200").spliterator(), false)
                .toList();
    }

    String names() {
        List<JsonNode> servers = servers();
        if (servers.isEmpty()) {
            throw new IllegalStateException(uninvited(api.application()));
        }
        String names =
                servers.stream()
                        .limit(MOST_NAMES)
                        .map(server -> server.path("name").asText())
                        .collect(Collectors.joining(", "));
        int more = servers.size() - MOST_NAMES;
        return more > 0 ? names + " and " + more + " more" : names;
    }

    private static String uninvited(JsonNode application) {
        String link = "Open " + invite(application.path("id").asText()) + " and choose a server.";
        return application.path("bot_require_code_grant").asBoolean()
                ? "the bot is on no server, and links cannot invite it: switch off Requires OAuth2"
                        + " Code Grant on the application's Bot page. Then: "
                        + link
                : "the bot is on no server. " + link;
    }

    /**
     * @see <a href="https://discord.com/developers/docs/topics/oauth2#bot-authorization-flow">Bot
     *     authorization</a>
     */
    static String invite(String application) {
        return "https://discord.com/oauth2/authorize?client_id="
                + application
                + "&scope=bot+applications.commands&permissions="
                + DiscordPermission.invited();
    }

    String permissions() {
        List<JsonNode> servers = servers();
        if (servers.isEmpty()) {
            return "none to look at without a server";
        }
        String bot = api.me().path("id").asText();
        var report =
                new AccessReport(
                        servers.stream()
                                .limit(MOST_SERVERS)
                                .map(server -> access(server.path("id").asText(), bot))
                                .toList());
        int more = servers.size() - MOST_SERVERS;
        String rest = more > 0 ? "; " + more + " more servers were not looked at" : "";
        if (report.silences()) {
            throw new IllegalStateException(silence(report) + rest);
        }
        return well(report) + rest;
    }

    private GuildAccess access(String guild, String bot) {
        return GuildAccess.read(
                api.get("guilds/" + guild),
                api.get("guilds/" + guild + "/members/" + bot),
                api.get("guilds/" + guild + "/channels"));
    }

    private static String silence(AccessReport report) {
        return "missing in "
                + report.places()
                + ". Give them to Parley's role (Server Settings, Roles), and look at the channels'"
                + " own permissions; or hide from it the channels that it should stay out of. "
                + report.purposes();
    }

    private static String well(AccessReport report) {
        return report.isComplete()
                ? "complete in " + report.extent()
                : "enough in "
                        + report.extent()
                        + ", but missing in "
                        + report.places()
                        + ". "
                        + report.purposes();
    }
}
