package parley.slack;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How to reach Slack, and as whom. Prints without its secrets.
 *
 * @param botToken of the installed app, {@code xoxb-…}
 * @param appToken for Socket Mode, {@code xapp-…}; without it events come by HTTP
 * @param signingSecret proves that HTTP events come from Slack
 * @param api the address of the Web API, ending in a slash
 * @param admins besides those of the workspace
 * @param catchUp how far back missed questions are looked for; zero for not at all
 * @param patience the longest that one call may take
 */
public record SlackSettings(
        String botToken,
        Optional<String> appToken,
        Optional<String> signingSecret,
        URI api,
        SlackAdmins admins,
        Duration catchUp,
        Duration patience) {
    private static final Duration WHOLE_CALL = Duration.ofSeconds(30);

    public SlackSettings {
        if (!botToken.matches("[!-~]+")) {
            throw new IllegalArgumentException("the bot token holds blanks or odd characters");
        }
        if (appToken.isEmpty() && signingSecret.isEmpty()) {
            throw new IllegalArgumentException("neither an app token nor a signing secret");
        }
    }

    /** With 30 s for one call, and nothing looked for. */
    public SlackSettings(
            String botToken,
            Optional<String> appToken,
            Optional<String> signingSecret,
            URI api,
            SlackAdmins admins) {
        this(botToken, appToken, signingSecret, api, admins, Duration.ZERO);
    }

    /** With 30 s for one call. */
    public SlackSettings(
            String botToken,
            Optional<String> appToken,
            Optional<String> signingSecret,
            URI api,
            SlackAdmins admins,
            Duration catchUp) {
        this(botToken, appToken, signingSecret, api, admins, catchUp, WHOLE_CALL);
    }

    /** With so much patience for one call. */
    public SlackSettings withPatience(Duration longest) {
        return new SlackSettings(botToken, appToken, signingSecret, api, admins, catchUp, longest);
    }

    @Override
    public String toString() {
        return "Slack at " + api + (appToken.isPresent() ? " by Socket Mode" : " by HTTP");
    }
}
