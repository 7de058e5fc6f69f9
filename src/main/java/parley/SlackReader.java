package parley;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import parley.slack.SlackAdmins;
import parley.slack.SlackSettings;

/** Reads Slack's settings: complete, absent, or faults that say what to paste where. */
final class SlackReader {
    private static final URI SLACK = URI.create("https://slack.com/api/");

    private final SettingsReader reader;
    private final Duration catchUp;
    private final Optional<String> bot;
    private final Optional<String> app;
    private final Optional<String> signing;

    private SlackReader(SettingsReader reader, Duration catchUp) {
        this.reader = reader;
        this.catchUp = catchUp;
        bot = token(Setting.SLACK_BOT_TOKEN, "xoxb-", "the Bot User OAuth Token");
        app = token(Setting.SLACK_APP_TOKEN, "xapp-", "an App-Level Token");
        signing = reader.secret(Setting.SLACK_SIGNING_SECRET).map(Secret::value);
    }

    static Optional<SlackSettings> read(SettingsReader reader, Duration catchUp) {
        return new SlackReader(reader, catchUp).read();
    }

    private Optional<SlackSettings> read() {
        URI api = reader.url(Setting.SLACK_API_URL).map(SettingsReader::folder).orElse(SLACK);
        SlackAdmins admins =
                reader.parsed(Setting.SLACK_ADMINS, SlackAdmins::parse).orElse(SlackAdmins.NONE);
        boolean events = app.isPresent() || signing.isPresent();
        if (bot.isPresent() && events) {
            return Optional.of(new SlackSettings(bot.get(), app, signing, api, admins, catchUp));
        }
        refuseHalf();
        return Optional.empty();
    }

    private void refuseHalf() {
        boolean hasBot = isSet(Setting.SLACK_BOT_TOKEN);
        boolean hasApp = isSet(Setting.SLACK_APP_TOKEN);
        boolean hasSigning = isSet(Setting.SLACK_SIGNING_SECRET);
        if (hasBot && !hasApp && !hasSigning) {
            reader.fault(
                    Setting.SLACK_BOT_TOKEN,
                    "needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) beside it");
        }
        if (!hasBot && (hasApp || hasSigning)) {
            reader.fault(
                    hasApp ? Setting.SLACK_APP_TOKEN : Setting.SLACK_SIGNING_SECRET,
                    "needs SLACK_BOT_TOKEN beside it");
        }
    }

    private boolean isSet(Setting name) {
        return reader.text(name).isPresent();
    }

    private Optional<String> token(Setting name, String start, String what) {
        Optional<String> token = reader.secret(name).map(Secret::value);
        if (token.isPresent() && !token.get().startsWith(start)) {
            reader.fault(name, "must be " + what + ", which begins with " + start);
            return Optional.empty();
        }
        return token;
    }
}
