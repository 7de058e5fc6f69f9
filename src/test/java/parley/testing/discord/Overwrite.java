package parley.testing.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import parley.testing.Json;

/**
 * What a channel allows or denies to a role or a member.
 *
 * @param member whether the id is that of a member
 */
record Overwrite(long id, boolean member, long allow, long deny) {
    Overwrite denying(long bits) {
        return new Overwrite(id, member, allow & ~bits, deny | bits);
    }

    Overwrite allowing(long bits) {
        return new Overwrite(id, member, allow | bits, deny & ~bits);
    }

    ObjectNode json() {
        return Json.object(
                "id", Long.toString(id),
                "type", member ? 1 : 0,
                "allow", Long.toString(allow),
                "deny", Long.toString(deny));
    }
}
