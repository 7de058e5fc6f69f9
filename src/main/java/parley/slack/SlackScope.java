package parley.slack;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What the bot must be allowed, and what for; {@code deploy/slack-manifest.yaml} asks for it. */
enum SlackScope {
    APP_MENTIONS_READ("hearing when it is mentioned"),
    ASSISTANT_WRITE("suggested questions and thread titles in its direct messages"),
    CHANNELS_HISTORY("follow-ups, edits, earlier and missed messages in public channels"),
    CHANNELS_READ("the public channels that it is in, and their names"),
    CHAT_WRITE("answering"),
    COMMANDS("/parley, /persona and the shortcut on messages"),
    FILES_READ("reading the files that people send along"),
    FILES_WRITE("giving code as a file"),
    GROUPS_HISTORY("follow-ups, edits, earlier and missed messages in private channels"),
    GROUPS_READ("the private channels that it is in, and their names"),
    IM_HISTORY("direct messages, also missed ones"),
    IM_READ("knowing its direct messages, to look for missed ones"),
    IM_WRITE("opening direct messages"),
    MPIM_HISTORY("follow-ups, edits, earlier and missed messages in group messages"),
    MPIM_READ("the group messages that it is in, and their names"),
    USERGROUPS_READ("user groups in SLACK_ADMINS and in rules of who may ask"),
    USERS_READ("people's names, and who is an admin");

    private final String purpose;

    SlackScope(String purpose) {
        this.purpose = purpose;
    }

    /** As Slack writes it, such as {@code chat:write}. */
    String label() {
        String lower = name().toLowerCase(Locale.ROOT);
        int last = lower.lastIndexOf('_');
        return last < 0 ? lower : lower.substring(0, last) + ":" + lower.substring(last + 1);
    }

    @Override
    public String toString() {
        return label() + " (" + purpose + ")";
    }

    /** Those that are not among the granted. */
    static List<SlackScope> missing(Set<String> granted) {
        return Stream.of(values()).filter(scope -> !granted.contains(scope.label())).toList();
    }
}
