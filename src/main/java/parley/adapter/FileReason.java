package parley.adapter;

import java.time.Duration;
import java.util.Locale;

/**
 * Why a file cannot be had of one platform: what continues "could not be read: …", without a full
 * stop.
 *
 * @param platform its name
 * @param notAllowed for what the platform does not let the bot download
 */
public record FileReason(String platform, String notAllowed) {
    public static String larger(long most) {
        if (most < 1_000) {
            return "it is larger than " + most + " bytes";
        }
        return most < 1_000_000
                ? "it is larger than " + most / 1_000 + " kB"
                : String.format(Locale.ROOT, "it is larger than %.1f MB", most / 1e6)
                        .replace(".0 ", " ");
    }

    public String gone() {
        return platform + " does not find it any more";
    }

    public String elsewhere() {
        return "it lies outside " + platform + ", and the bot fetches nothing from there";
    }

    public String astray() {
        return platform + " sent the bot from one address to another for it";
    }

    public String brokeOff() {
        return "the connection to " + platform + " broke off";
    }

    public String closed() {
        return "the connection to " + platform + " is closed";
    }

    public String limited(Duration pause) {
        return platform
                + " takes no more such requests for "
                + Math.max(1, pause.toSeconds())
                + " s";
    }

    /**
     * @param status of HTTP
     */
    public String status(int status) {
        return switch (status) {
            case 401, 403 -> notAllowed;
            case 404, 410 -> gone();
            case 429 -> platform + " takes no more such requests just now";
            default -> platform + " answered with HTTP status " + status;
        };
    }
}
