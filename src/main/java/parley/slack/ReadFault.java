package parley.slack;

import java.time.Duration;

/** Why a thread cannot be read: what continues "could not be read: …", without a full stop. */
final class ReadFault {
    private ReadFault() {}

    /**
     * @param error from the list of the method's page
     * @param needed the scopes that Slack names, empty where it names none
     */
    static String refused(String error, String needed) {
        return switch (error) {
            case "missing_scope" -> missing(needed);
            case "not_in_channel", "channel_not_found", "no_permission", "access_denied" ->
                    "I am not in this channel; invite me with `/invite`";
            case "thread_not_found" -> "Slack does not find this thread any more";
            case "method_not_supported_for_channel_type" ->
                    "Slack lets apps read no threads in a conversation of this kind";
            case "not_authed",
                    "invalid_auth",
                    "account_inactive",
                    "token_revoked",
                    "token_expired" ->
                    "Slack does not accept the bot token any more (" + error + ")";
            default -> "Slack refused with " + error;
        };
    }

    private static String missing(String needed) {
        return needed.isEmpty()
                ? "the app lacks a scope for reading this channel's history"
                : "the app lacks the scope `"
                        + needed
                        + "`; add it in the app's settings and install the app again";
    }

    static String limited(Duration pause) {
        return "Slack limits how often threads can be read; it is possible again in "
                + Math.max(1, pause.toSeconds())
                + " s";
    }

    static String lost(String reason) {
        return "Slack did not answer (" + reason + ")";
    }
}
