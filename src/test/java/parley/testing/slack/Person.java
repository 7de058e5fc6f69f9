package parley.testing.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import parley.testing.Json;

/** Somebody in the workspace, or from another one. */
public record Person(String id, String name, String team, Set<Trait> traits) {
    /** What Slack says of people beyond their name. */
    public enum Trait {
        ADMIN,
        OWNER,
        PRIMARY_OWNER,
        /** A multi-channel guest: {@code is_restricted}. */
        GUEST,
        /** A single-channel guest: {@code is_ultra_restricted}. */
        SINGLE_CHANNEL_GUEST,
        BOT,
        /** Of another workspace, met in a shared channel: {@code is_stranger}. */
        OTHER_TEAM,
        /** Of another workspace of the same organisation, and not of this one. */
        OTHER_WORKSPACE,
        /** Asked to join and not there yet: {@code is_invited_user}. */
        INVITED,
        DEACTIVATED
    }

    public Person {
        traits = Set.copyOf(traits);
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    String handle() {
        return name.toLowerCase(Locale.ROOT).replace(' ', '.');
    }

    /** As users.info tells it. */
    ObjectNode json() {
        ObjectNode json =
                Json.object(
                        "id",
                        id,
                        "team_id",
                        team,
                        "name",
                        handle(),
                        "deleted",
                        is(Trait.DEACTIVATED),
                        "real_name",
                        name,
                        "tz",
                        "Europe/Amsterdam",
                        "tz_label",
                        "Central European Time",
                        "tz_offset",
                        3_600,
                        "profile",
                        profile());
        json.put("is_admin", is(Trait.ADMIN) || is(Trait.OWNER) || is(Trait.PRIMARY_OWNER))
                .put("is_owner", is(Trait.OWNER) || is(Trait.PRIMARY_OWNER))
                .put("is_primary_owner", is(Trait.PRIMARY_OWNER))
                .put("is_restricted", is(Trait.GUEST) || is(Trait.SINGLE_CHANNEL_GUEST))
                .put("is_ultra_restricted", is(Trait.SINGLE_CHANNEL_GUEST))
                .put("is_bot", is(Trait.BOT))
                .put("is_app_user", false)
                .put("updated", 1_700_000_000);
        if (is(Trait.INVITED)) {
            json.put("is_invited_user", true);
        }
        if (is(Trait.OTHER_WORKSPACE)) {
            json.set("enterprise_user", Json.object("id", id, "teams", List.of(team)));
        }
        return is(Trait.OTHER_TEAM) ? json.put("is_stranger", true) : json;
    }

    private ObjectNode profile() {
        return Json.object(
                "title", "",
                "real_name", name,
                "real_name_normalized", name,
                "display_name", name,
                "display_name_normalized", name,
                "avatar_hash", "g0000000000",
                "team", team);
    }
}
