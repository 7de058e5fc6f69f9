package parley.slack;

import com.slack.api.methods.response.views.ViewsOpenResponse;
import com.slack.api.model.view.View;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chat.Form;

/** Opens windows. Safe for use by many threads. */
final class FormWindows {
    private static final Logger LOG = LoggerFactory.getLogger(FormWindows.class);

    /** Of views.open: too late, or used up by an attempt whose answer was lost. */
    private static final Set<String> LATE =
            Set.of("expired_trigger_id", "exchanged_trigger_id", "trigger_expired");

    private static final String TOO_LATE =
            "Slack lets me open a window within three seconds only, and this time I took longer.";
    private static final String TOO_LONG =
            "The text is too long for a window of Slack, which holds about 230 kB.";
    private static final String UNOPENED = "Slack did not open the window just now.";

    private final SlackApi api;

    FormWindows(SlackApi api) {
        this.api = api;
    }

    /**
     * Why a window was not opened.
     *
     * @param again whether it may open at the next try
     */
    record Unopened(String why, boolean again) {}

    /**
     * Blocks until Slack answered; empty when the window is open.
     *
     * @param trigger what Slack gave for it with a command or a press
     */
    Optional<Unopened> open(String trigger, Form form, FormOrigin place) {
        return FormWindow.view(form, place)
                .map(view -> open(trigger, view))
                .orElseGet(() -> Optional.of(new Unopened(TOO_LONG, false)));
    }

    private Optional<Unopened> open(String trigger, View view) {
        Outcome<ViewsOpenResponse> outcome =
                api.call(slack -> slack.viewsOpen(r -> r.triggerId(trigger).view(view)));
        if (outcome instanceof Outcome.Done<ViewsOpenResponse>) {
            return Optional.empty();
        }
        LOG.warn("A window could not be opened: {}", outcome);
        boolean late = outcome instanceof Outcome.Refused<?>(String error) && LATE.contains(error);
        return Optional.of(new Unopened(late ? TOO_LATE : UNOPENED, true));
    }
}
