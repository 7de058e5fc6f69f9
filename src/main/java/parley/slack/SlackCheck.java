package parley.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.chat.Platform;
import parley.chat.WorkspaceId;

/**
 * Looks whether Slack is set up as Parley needs it; changes nothing. Each check returns what is
 * well, or throws {@link IllegalStateException} with what is wrong and how to mend it.
 */
public final class SlackCheck implements AutoCloseable {
    private final SlackSettings settings;
    private final Optional<String> configToken;
    private final SlackApi api;

    /**
     * @param configToken an app configuration token, with which the app's own settings can be read
     */
    public SlackCheck(SlackSettings settings, Optional<String> configToken) {
        this.settings = settings;
        this.configToken = configToken;
        this.api = SlackApi.connect(settings);
    }

    /** A check and what it looks at. */
    public record Item(String name, Supplier<String> check) {}

    /** Every check, in the order in which faults are best mended. */
    public List<Item> items() {
        return List.of(
                new Item("slack", this::token),
                new Item("scopes", this::scopes),
                new Item("admins", this::admins),
                new Item("events", this::events),
                new Item("app", this::app));
    }

    private String token() {
        AuthTestResponse who = whoami();
        if (who.getBotId() == null) {
            throw new IllegalStateException(
                    "SLACK_BOT_TOKEN is a person's token. Copy the Bot User OAuth Token of the app.");
        }
        return "@" + who.getUser() + " in " + who.getTeam() + " (" + who.getTeamId() + ")";
    }

    private AuthTestResponse whoami() {
        return done(api.call(methods -> methods.authTest(request -> request)), "SLACK_BOT_TOKEN");
    }

    /** The header names every scope that the token has. */
    private String scopes() {
        Set<String> granted =
                Optional.ofNullable(whoami().getHttpResponseHeaders()).stream()
                        .flatMap(headers ->
                                headers.getOrDefault("x-oauth-scopes", List.of()).stream())
                        .flatMap(line -> Arrays.stream(line.split(",")))
                        .map(String::strip)
                        .collect(Collectors.toSet());
        List<SlackScope> missing = SlackScope.missing(granted);
        if (missing.isEmpty()) {
            return "all " + SlackScope.values().length + " are granted";
        }
        throw new IllegalStateException(
                "missing "
                        + list(missing.stream())
                        + ". Add them under OAuth & Permissions, then reinstall the app.");
    }

    private String admins() {
        SlackAdmins named = settings.admins();
        int count = named.people().size() + named.groups().size();
        if (count == 0) {
            return "those of the workspace; SLACK_ADMINS names no others";
        }
        var here = new WorkspaceId(Platform.SLACK, whoami().getTeamId());
        List<String> faults = new AdminsCheck(api, here).faults(named);
        if (faults.isEmpty()) {
            return "those of the workspace, and whom " + count + " ids in SLACK_ADMINS name";
        }
        throw new IllegalStateException(
                list(faults.stream()) + ". Take that out of SLACK_ADMINS, or mend it.");
    }

    private String events() {
        if (settings.appToken().isEmpty()) {
            return "come by HTTP: Slack must reach /slack/events, and the signing secret be this app's";
        }
        done(
                api.call(methods ->
                        methods.appsConnectionsOpen(
                                request -> request.token(settings.appToken().get()))),
                "SLACK_APP_TOKEN");
        return "come by Socket Mode";
    }

    private String app() {
        if (configToken.isEmpty()) {
            return "its settings were not compared; set SLACK_CONFIG_TOKEN, or paste deploy/slack-manifest.yaml again";
        }
        String bot = whoami().getBotId();
        String app =
                done(
                                api.call(methods -> methods.botsInfo(request -> request.bot(bot))),
                                "SLACK_BOT_TOKEN")
                        .getBot()
                        .getAppId();
        ManifestExport export =
                done(
                        api.call(methods ->
                                methods.postFormWithTokenAndParseResponse(
                                        form -> form.add("app_id", app),
                                        "apps.manifest.export",
                                        configToken.get(),
                                        ManifestExport.class)),
                        "SLACK_CONFIG_TOKEN");
        List<String> faults = export.faults(settings.appToken().isPresent());
        if (faults.isEmpty()) {
            return "set up as deploy/slack-manifest.yaml says";
        }
        throw new IllegalStateException(
                list(faults.stream()) + ". Paste deploy/slack-manifest.yaml again (App Manifest).");
    }

    private static String list(Stream<?> items) {
        return items.map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static <T> T done(Outcome<T> outcome, String token) {
        return switch (outcome) {
            case Outcome.Done<T>(T response) -> response;
            case Outcome.Refused<T>(String error) ->
                    throw new IllegalStateException(refusal(error, token));
            case Outcome.Limited<T>(var pause) ->
                    throw new IllegalStateException(
                            "Slack asks to wait "
                                    + pause.toSeconds()
                                    + " seconds. Try again then.");
            case Outcome.Lost<T>(String reason) ->
                    throw new IllegalStateException(
                            reason + ". Look at the network, the proxy and SLACK_API_URL.");
        };
    }

    private static String refusal(String error, String token) {
        return switch (error) {
            case "invalid_auth", "not_authed", "token_expired" ->
                    "Slack does not know " + token + ". Copy it again from the app's page.";
            case "account_inactive", "token_revoked" ->
                    token + " was revoked or the app uninstalled. Install the app again.";
            case "not_allowed_token_type" ->
                    token + " is a token of another kind than this needs. See .env.example.";
            case "missing_scope" ->
                    token
                            + (token.equals("SLACK_APP_TOKEN")
                                    ? " lacks connections:write. Make a new App-Level Token with it."
                                    : " lacks a scope that this needs.");
            default -> "Slack answered " + error + " for " + token + ".";
        };
    }

    @Override
    public void close() {
        api.close();
    }
}
