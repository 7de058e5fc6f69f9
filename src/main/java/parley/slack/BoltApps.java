package parley.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.bolt.response.Response;
import java.util.ArrayList;
import java.util.Set;

/**
 * Makes Bolt's app for one bot token. Handlers run before the acknowledgement and must throw when
 * they failed: Bolt acknowledges an event whose handler returns an error.
 *
 * <p>None of Bolt's own middleware runs. It would ask auth.test at the start and again, look up
 * each foreign bot before a handler sees its message, and compare signatures as plain strings;
 * {@link SlackHttp} and the translation of events do what is needed of that.
 */
final class BoltApps {
    private static final Set<RequestType> NOBODY_WAITS =
            Set.of(
                    RequestType.BlockAction,
                    RequestType.ViewClosed,
                    RequestType.WorkflowStepExecute);

    private BoltApps() {}

    /** An app without handlers; for Socket Mode and for HTTP. */
    static App create(SlackSettings settings, SlackApi api) {
        return new App(config(settings, api), new ArrayList<>());
    }

    /** Sets whatever Bolt would else read from the environment. */
    private static AppConfig config(SlackSettings settings, SlackApi api) {
        return AppConfig.builder()
                .slack(api.slack())
                .singleTeamBotToken(settings.botToken())
                .allEventsApiAutoAckEnabled(true)
                .appInitializersEnabled(false)
                .unmatchedRequestHandler(BoltApps::unmatched)
                .signingSecret(null)
                .verificationToken(null)
                .clientId(null)
                .clientSecret(null)
                .redirectUri(null)
                .scope(null)
                .userScope(null)
                .oauthInstallPath("")
                .oauthStartPath("")
                .oauthRedirectUriPath("")
                .oauthCallbackPath("")
                .oauthCancellationUrl(null)
                .oauthCompletionUrl(null)
                .build();
    }

    /** Pressed links and buttons of older versions have no handler, which is nobody's mistake. */
    private static Response unmatched(Request<?> request) {
        return Response.error(NOBODY_WAITS.contains(request.getRequestType()) ? 200 : 404);
    }
}
