package parley.slack;

import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.bolt.context.builtin.MessageShortcutContext;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.adapter.Errands;

/**
 * "Ask Parley about this" in the menu of a message: opens the window in which to ask. Slack is
 * acknowledged at once, for it waits as long for that as it lets the window be opened. Safe for use
 * by many threads.
 *
 * @see <a href="https://docs.slack.dev/interactivity/implementing-shortcuts">Shortcuts</a>
 */
final class AskShortcut {
    private static final Logger LOG = LoggerFactory.getLogger(AskShortcut.class);
    private static final String TOO_LATE =
            "Slack did not open the window in time. Choose *Ask Parley about this* once more.";

    /** What Slack calls conversations whose names it does not tell. */
    private static final Set<String> UNNAMED = Set.of("directmessage", "privategroup");

    private final SlackApi api;
    private final BotIdentity self;
    private final Names names;
    private final Errands errands;

    /**
     * @param names that are known without waiting
     */
    AskShortcut(SlackApi api, BotIdentity self, Names names, Errands errands) {
        this.api = api;
        this.self = self;
        this.names = names;
        this.errands = errands;
    }

    Response handle(MessageShortcutRequest request, MessageShortcutContext context) {
        MessageShortcutPayload chosen = request.getPayload();
        AskedMessage.of(
                        chosen.getChannel().getId(),
                        place(chosen),
                        chosen.getMessage(),
                        self,
                        names)
                .map(about -> AskModal.view(chosen.getMessage(), about))
                .ifPresent(view -> errands.run("ask window", () -> open(view, context)));
        return context.ack();
    }

    private static String place(MessageShortcutPayload chosen) {
        return Optional.ofNullable(chosen.getChannel().getName())
                .filter(name -> !UNNAMED.contains(name) && !name.startsWith("mpdm-"))
                .orElse("");
    }

    private void open(View view, MessageShortcutContext context) {
        var outcome =
                api.call(slack ->
                        slack.viewsOpen(r -> r.triggerId(context.getTriggerId()).view(view)));
        if (!(outcome instanceof Outcome.Done<?>)) {
            LOG.warn("The window of a shortcut could not be opened: {}", outcome);
            apologise(context);
        }
    }

    private static void apologise(MessageShortcutContext context) {
        try {
            var _ =
                    context.respond(answer ->
                            answer.responseType("ephemeral").replaceOriginal(false).text(TOO_LATE));
        } catch (IOException e) {
            LOG.warn("Nor could that be said: {}", e.getClass().getSimpleName());
        }
    }
}
