package parley.testing.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import parley.testing.Json;

/** Somebody in a guild. Guarded by the watch. */
final class Member {
    final Person person;
    final Instant joined;
    final Set<Long> roles = new LinkedHashSet<>();

    /** What they call themselves in the guild. */
    Optional<String> nick = Optional.empty();

    Member(Person person, Instant joined) {
        this.person = person;
        this.joined = joined;
    }

    /** As in events about what they did, which name the user beside it. */
    ObjectNode json() {
        ObjectNode json =
                Json.object(
                        "roles",
                        Json.array(roles.stream().map(String::valueOf).toList()),
                        "joined_at",
                        DiscordClock.text(joined),
                        "deaf",
                        false,
                        "mute",
                        false,
                        "flags",
                        0,
                        "pending",
                        false);
        return json.put("nick", nick.orElse(null))
                .putNull("avatar")
                .putNull("banner")
                .putNull("premium_since")
                .putNull("communication_disabled_until");
    }

    /** As in a guild, with the user in it. */
    ObjectNode whole() {
        return json().set("user", person.json());
    }
}
