package parley.testing.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import parley.testing.Json;

/** Who is who: auth.test, users.*, bots.info; and the address of Socket Mode. */
final class PeopleMethods {
    private final Workspace workspace;
    private final Supplier<String> socketAddress;

    PeopleMethods(Workspace workspace, Supplier<String> socketAddress) {
        this.workspace = workspace;
        this.socketAddress = socketAddress;
    }

    List<ApiMethod> methods() {
        return List.of(
                ApiMethod.bot("auth.test", Tier.SPECIAL, "", "", _ -> whoAmI()),
                ApiMethod.of(
                        "apps.connections.open",
                        Tier.THREE,
                        TokenKind.APP,
                        "",
                        "",
                        true,
                        _ -> Json.object("url", socketAddress.get())),
                ApiMethod.form(
                        "users.info", Tier.FOUR, "users:read", "user* include_locale", this::user),
                ApiMethod.form(
                        "users.list",
                        Tier.TWO,
                        "users:read",
                        "cursor limit include_locale team_id",
                        _ -> users()),
                ApiMethod.form("bots.info", Tier.THREE, "users:read", "bot team_id", this::bot),
                ApiMethod.bot("team.info", Tier.THREE, "team:read", "team domain", _ -> team()));
    }

    private ObjectNode whoAmI() {
        Identity me = workspace.me;
        return Json.object(
                "url", "https://" + me.domain() + ".slack.com/",
                "team", "Parley Test",
                "user", me.botName(),
                "team_id", me.teamId(),
                "user_id", me.botUserId(),
                "bot_id", me.botId(),
                "app_id", me.appId(),
                "is_enterprise_install", false);
    }

    private ObjectNode user(Arguments arguments) {
        return Optional.ofNullable(workspace.people.get(arguments.need("user")))
                .map(person -> Json.object("user", person.json()))
                .orElseThrow(() -> ApiError.mistake("user_not_found", arguments.need("user")));
    }

    private ObjectNode users() {
        return Json.object(
                "members", workspace.people.values().stream().map(Person::json).toList(),
                "cache_ts", workspace.clock.seconds(),
                "response_metadata", Json.object("next_cursor", ""));
    }

    private ObjectNode bot(Arguments arguments) {
        String id = arguments.need("bot");
        Identity me = workspace.me;
        boolean own = id.equals(me.botId());
        String user = own ? me.botUserId() : "U" + id.substring(Math.min(1, id.length()));
        Person person =
                Optional.ofNullable(workspace.people.get(user))
                        .orElseThrow(() -> ApiError.mistake("bot_not_found", id));
        return Json.object(
                "bot",
                Json.object(
                        "id",
                        id,
                        "deleted",
                        false,
                        "name",
                        person.name(),
                        "updated",
                        1_700_000_000,
                        "app_id",
                        own ? me.appId() : "A0OTHER001",
                        "user_id",
                        user));
    }

    private ObjectNode team() {
        Identity me = workspace.me;
        return Json.object(
                "team",
                Json.object("id", me.teamId(), "name", "Parley Test", "domain", me.domain()));
    }
}
