package parley.slack;

import java.time.Duration;
import java.util.Locale;

/** Why a file cannot be had: what continues "could not be read: …", without a full stop. */
final class FileReason {
    static final String NOT_ALLOWED =
            "Slack did not let the bot download it (is the scope files:read there?)";
    static final String GONE = "Slack does not find it any more";
    static final String ELSEWHERE = "it lies outside Slack, and the bot fetches nothing from there";
    static final String ASTRAY = "Slack sent the bot from one address to another for it";
    static final String WITHHELD = "Slack does not hand it out to this bot";
    static final String BROKE_OFF = "the connection to Slack broke off";
    static final String CLOSED = "the connection to Slack is closed";

    private FileReason() {}

    static String larger(long most) {
        if (most < 1_000) {
            return "it is larger than " + most + " bytes";
        }
        return most < 1_000_000
                ? "it is larger than " + most / 1_000 + " kB"
                : String.format(Locale.ROOT, "it is larger than %.1f MB", most / 1e6)
                        .replace(".0 ", " ");
    }

    static String status(int status) {
        return switch (status) {
            case 401, 403 -> NOT_ALLOWED;
            case 404, 410 -> GONE;
            case 429 -> "Slack takes no more such requests just now";
            default -> "Slack answered with HTTP status " + status;
        };
    }

    /**
     * @param error from the list on files.info's page
     */
    static String refused(String error) {
        return switch (error) {
            case "missing_scope", "no_permission", "access_denied" -> NOT_ALLOWED;
            case "file_not_found" -> GONE;
            case "file_deleted" -> "it was deleted";
            default -> "Slack refused with " + error;
        };
    }

    static String limited(Duration pause) {
        return "Slack takes no more such requests for " + Math.max(1, pause.toSeconds()) + " s";
    }
}
