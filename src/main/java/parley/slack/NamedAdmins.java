package parley.slack;

import parley.chat.UserId;

/** Whom the settings name as admins: by id, never by name. Safe for use by many threads. */
final class NamedAdmins {
    private final SlackAdmins admins;
    private final SlackGroups groups;

    NamedAdmins(SlackAdmins admins, SlackGroups groups) {
        this.admins = admins;
        this.groups = groups;
    }

    /** May ask Slack for members of groups, and block for seconds; does not throw. */
    boolean has(UserId person) {
        return admins.people().contains(person.value())
                || admins.groups().stream().anyMatch(group -> groups.holds(group, person));
    }
}
