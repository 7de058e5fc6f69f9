package parley.chat;

/** Who somebody is to the workspace that the bot serves. */
public enum Standing {
    /** May administer the bot. */
    ADMIN,
    /** Belongs to the workspace. */
    MEMBER,
    /** Was let into some channels of the workspace only. */
    GUEST,
    /** Belongs to another organisation, or on Discord has no role on the server. */
    OUTSIDER
}
