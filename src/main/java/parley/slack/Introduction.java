package parley.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;

/** Asks Slack who the bot is, and says what to change when Slack does not know. Stateless. */
final class Introduction {
    private static final String COPY =
            " Copy the \"Bot User OAuth Token\" (xoxb-…) from the app's page, under \"OAuth &"
                    + " Permissions\".";
    private static final String INSTALL = " Install the app in the workspace again, then copy its";

    private Introduction() {}

    /**
     * @throws IllegalStateException when Slack does not take the token or cannot be reached, with a
     *     message that says what to change
     */
    static BotIdentity of(SlackApi api) {
        Outcome<AuthTestResponse> outcome =
                api.call(methods -> methods.authTest(request -> request));
        return switch (outcome) {
            case Outcome.Done<AuthTestResponse>(var response) -> BotIdentity.of(response);
            case Outcome.Refused<AuthTestResponse>(String error) ->
                    throw new IllegalStateException(refusal(error));
            case Outcome.Limited<AuthTestResponse>(var pause) ->
                    throw new IllegalStateException(
                            "Slack asks for a pause of %d s before it says who the bot is; start again then."
                                    .formatted(pause.toSeconds()));
            case Outcome.Lost<AuthTestResponse>(String reason) ->
                    throw new IllegalStateException(
                            reason + ". Check the network, the proxy and SLACK_API_URL.");
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
