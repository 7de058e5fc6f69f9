package parley.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import java.time.Duration;
import parley.adapter.Arrival;

/** Asks Slack who the bot is, and says what to change when Slack does not know. Stateless. */
final class Introduction {
    private static final String COPY =
            " Copy the \"Bot User OAuth Token\" (xoxb-…) from the app's page, under \"OAuth &"
                    + " Permissions\".";
    private static final String INSTALL = " Install the app in the workspace again, then copy its";

    private Introduction() {}

    /**
     * Who the bot is, if Slack answers just now.
     *
     * @throws IllegalStateException when Slack does not take the token, with a message that says
     *     what to change
     */
    static Arrival.Word<BotIdentity> ask(SlackApi api) {
        Outcome<AuthTestResponse> outcome =
                api.call(methods -> methods.authTest(request -> request));
        return switch (outcome) {
            case Outcome.Done<AuthTestResponse>(var response) ->
                    new Arrival.Word.Known<>(BotIdentity.of(response));
            case Outcome.Refused<AuthTestResponse>(String error) ->
                    throw new IllegalStateException(refusal(error));
            case Outcome.Limited<AuthTestResponse>(Duration pause) ->
                    new Arrival.Word.Later<>(pause);
            case Outcome.Lost<AuthTestResponse> _ -> new Arrival.Word.Later<>(Duration.ZERO);
        };
    }

    private static String refusal(String error) {
        return switch (error) {
            case "invalid_auth", "not_authed" ->
                    "Slack does not know SLACK_BOT_TOKEN (" + error + ")." + COPY;
            case "not_allowed_token_type" ->
                    "SLACK_BOT_TOKEN is a token of another kind (" + error + ")." + COPY;
            case "account_inactive", "token_revoked", "token_expired" ->
                    "SLACK_BOT_TOKEN is no longer valid (%s).%s new \"Bot User OAuth Token\"."
                            .formatted(error, INSTALL);
            default -> "Slack does not say who the bot is: " + SlackErrors.reason(error) + ".";
        };
    }
}
